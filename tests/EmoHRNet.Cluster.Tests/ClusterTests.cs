using System.Text.Json;
using EmoHRNet.Cluster.Tests.Processes;
using EmoHRNet.Samples.Cluster.Hosting;
using EmoHRNet.Samples.Cluster.Jobs;
using EmoHRNet.Samples.Cluster.Output;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests;

public sealed class ClusterTests : IDisposable
{
    private const int Clips = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly TemporaryFolder _folder = new();
    private readonly List<SiloProcess> _silos = [];

    public void Dispose()
    {
        _silos.ForEach(silo => silo.Dispose());
        _folder.Dispose();
    }

    [Fact]
    public async Task Job_SiloKilledAnotherJoinsStoppedAndResumed_GivesEveryFileOneResultEqualToOneProcess()
    {
        using RedisServer? redis = await RedisServer.StartAsync();
        Assert.SkipWhen(redis is null, "redis-server is not installed");
        string archive = _folder["archive"];
        string output = _folder["results.jsonl"];
        Archive.Create(archive, Clips);
        Archive.Poison(archive);
        _silos.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SiloProcess.StartAsync(_folder.Path, redis!.Address))));

        Client(redis!, "submit", "archive", archive, "--output", output, "--batch", "16");
        await using (ClusterClient observer = await ClusterClient.ConnectAsync(new StoreOptions(redis!.Address, "emohrnet"), 0, TestContext.Current.CancellationToken))
        {
            IScoringJob job = observer.Job("archive");
            JobProgress begun = await WaitAsync(job, progress => progress.Finished >= 200);
            Assert.Equal(JobStatus.Running, begun.Status);

            // The worst silo to lose: it hosts the job's grain and also scores a batch.
            _silos.Single(silo => silo.Address == begun.Keeper).Kill();
            _silos.Add(await SiloProcess.StartAsync(_folder.Path, redis.Address));
            JobProgress moved = await WaitAsync(job, progress => progress.Finished >= begun.Finished + 300);
            Assert.NotEqual(begun.Keeper, moved.Keeper);

            await job.Stop();
            JobProgress still = await StandstillAsync(job);
            Assert.Equal(JobStatus.Stopped, still.Status);
            Assert.InRange(still.Finished, moved.Finished, Clips - 1);
            Assert.Contains("Stopped", Client(redis, "status", "archive"), StringComparison.Ordinal);
            Assert.False(File.Exists(output));
        }

        string end = Client(redis, "resume", "archive", "--wait");

        Assert.Contains($"Done: {Clips + Archive.Poisoned.Length} of {Clips + Archive.Poisoned.Length} files, {Archive.Poisoned.Length} failed", end, StringComparison.Ordinal);
        RequireAnswers(archive, output);
        Assert.False(Directory.Exists(output + ".parts"));
    }

    private static void RequireAnswers(string archive, string output)
    {
        ScoredFile[] results = [.. File.ReadLines(output).Select(line => JsonSerializer.Deserialize<ScoredFile>(line, Web)!)];
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, float>?> expected = Archive.Answers(archive);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), results.Select(result => result.File));
        Assert.Equal(Enumerable.Range(0, results.Length).Select(i => (long)i), results.Select(result => result.Position));
        Assert.All(results, result => Assert.Equal(expected[result.File], result.Probabilities));
        Assert.Equal(Archive.Poisoned.Order(StringComparer.Ordinal), results.Where(result => result.Error is not null).Select(result => Path.GetFileName(result.File)));
        Assert.True(results.Select(result => result.Confidence).Distinct().Count() > Clips / 4, "The clips are too much alike to tell whose answer is whose.");
    }

    /// <summary>Runs a client process, which must succeed.</summary>
    private string Client(RedisServer redis, string command, params string[] arguments)
    {
        ProcessResult result = ClusterSample.Run(_folder.Path, [command, .. arguments, "--redis", redis.Address]);
        Assert.True(result.ExitCode == 0, result.Output + string.Concat(_silos.Select(silo => $"\n== {silo.Address}\n{silo.Output}")));
        return result.StandardOutput;
    }

    private async Task<JobProgress> WaitAsync(IScoringJob job, Func<JobProgress, bool> isReached)
    {
        using CancellationTokenSource patience = new(Patience);
        for (JobProgress? last = null; ;)
        {
            last = await AskAsync(job) ?? last;
            if (last is not null && isReached(last))
            {
                return last;
            }

            Assert.False(last?.HasEnded == true || patience.IsCancellationRequested, $"{last}{string.Concat(_silos.Select(silo => $"\n== {silo.Address}\n{silo.Output}"))}");
            await Task.Delay(200);
        }
    }

    /// <summary>Waits until the batches in progress when the job was stopped are counted.</summary>
    private static async Task<JobProgress> StandstillAsync(IScoringJob job)
    {
        JobProgress before = await job.Progress();
        for (int attempt = 0; attempt < 60; attempt++)
        {
            await Task.Delay(2000);
            JobProgress now = await job.Progress();
            if (now.Finished == before.Finished)
            {
                return now;
            }

            before = now;
        }

        return before;
    }

    private static async Task<JobProgress?> AskAsync(IScoringJob job)
    {
        try
        {
            return await job.Progress();
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            return null;
        }
    }
}
