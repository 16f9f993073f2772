using System.Text.Json;
using EmoHRNet.Cluster.Tests.Processes;
using EmoHRNet.Samples.Cluster.Output;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests.Output;

/// <summary>Results in a table of a real PostgreSQL: one row for each recording, even if silos fail.</summary>
public sealed class TableOutputTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();
    private readonly List<SiloProcess> _silos = [];

    public void Dispose()
    {
        _silos.ForEach(silo => silo.Dispose());
        _folder.Dispose();
    }

    [Fact]
    public async Task Write_BatchAgainAndAnotherRun_KeepsOneRowForEachRecordingOfARun()
    {
        using PostgresServer postgres = await StartAsync();
        TableOutput table = new(postgres.Connection);
        ScoredFile answer = new()
        {
            Position = 0,
            File = "it's \"here\"; drop table results.wav",
            Label = "angry",
            Confidence = 0.75f,
            Probabilities = new Dictionary<string, float> { ["angry"] = 0.75f, ["sad"] = 0.25f },
            Seconds = 1.5,
        };
        table.RequireNew("table:results");
        table.RequireNew("table:results");

        await table.WriteAsync("table:results", "one", 0, [answer with { Label = "sad" }, ScoredFile.OfError(1, "b.wav", "no audio")]);
        await table.WriteAsync("table:results", "one", 0, [answer, ScoredFile.OfError(1, "b.wav", "no audio")]);
        await table.WriteAsync("table:results", "two", 0, [answer]);

        List<object[]> rows = await postgres.QueryAsync("select run, position, file, label, confidence, probabilities ->> 'sad', seconds, error from results order by run, position");
        Assert.Equal(3, rows.Count);
        Assert.Equal(["one", 0L, answer.File, "angry", 0.75f, "0.25", 1.5, DBNull.Value], rows[0]);
        Assert.Equal(["one", 1L, "b.wav", DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value, "no audio"], rows[1]);
        Assert.Equal("two", rows[2][0]);
    }

    [Fact]
    public async Task Job_SiloKilledMidway_LeavesOneRowForEachFileEqualToOneProcess()
    {
        using PostgresServer postgres = await StartAsync();
        using RedisServer? redis = await RedisServer.StartAsync();
        Assert.SkipWhen(redis is null, "redis-server is not installed");
        string archive = _folder["archive"];
        Archive.Create(archive, 600);
        Archive.Poison(archive);
        _silos.AddRange(await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SiloProcess.StartAsync(_folder.Path, redis!.Address, "--postgres", postgres.Connection))));

        Client(redis!, "submit", "archive", archive, "--output", "table:results", "--batch", "16");
        await WaitAsync(postgres, 60);
        _silos[0].Kill();
        string end = Client(redis!, "watch", "archive");

        Assert.Contains("Done: 603 of 603 files, 3 failed", end, StringComparison.Ordinal);
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, float>?> expected = Archive.Answers(archive);
        List<object[]> rows = await postgres.QueryAsync("select position, file, probabilities, error from results order by position");
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), rows.Select(row => (string)row[1]));
        Assert.Equal(Enumerable.Range(0, rows.Count).Select(i => (long)i), rows.Select(row => (long)row[0]));
        Assert.All(rows, row => Assert.Equal(
            expected[(string)row[1]], row[2] is string json ? JsonSerializer.Deserialize<Dictionary<string, float>>(json) : null));
        Assert.Equal(Archive.Poisoned.Order(StringComparer.Ordinal), rows.Where(row => row[3] is string).Select(row => Path.GetFileName((string)row[1])));
    }

    private static async Task<PostgresServer> StartAsync()
    {
        PostgresServer? postgres = await PostgresServer.StartAsync();
        Assert.SkipWhen(postgres is null, "postgresql is not installed");
        return postgres;
    }

    private string Client(RedisServer redis, string command, params string[] arguments)
    {
        ProcessResult result = ClusterSample.Run(_folder.Path, [command, .. arguments, "--redis", redis.Address]);
        Assert.True(result.ExitCode == 0, result.Output + string.Concat(_silos.Select(silo => $"\n== {silo.Address}\n{silo.Output}")));
        return result.StandardOutput;
    }

    private static async Task WaitAsync(PostgresServer postgres, long rows)
    {
        using CancellationTokenSource patience = new(Patience);
        while ((long)(await postgres.QueryAsync("select count(*) from results"))[0][0] < rows)
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
