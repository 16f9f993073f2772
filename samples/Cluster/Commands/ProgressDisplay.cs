using System.Text.Json;
using System.Text.Json.Serialization;
using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Samples.Cluster.Commands;

/// <summary>Shows how far a job is, for people or, as a JSON object per line, for programs.</summary>
internal sealed class ProgressDisplay(bool json)
{
    private static readonly JsonSerializerOptions Settings = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private string _last = "";

    public void Show(JobProgress progress)
    {
        string line = json ? JsonSerializer.Serialize(progress, Settings) : progress.ToString();
        if (line != _last)
        {
            Console.WriteLine(line);
            _last = line;
        }
    }

    /// <summary>Shows the job until nothing more happens by itself.</summary>
    /// <returns>Where it then stands.</returns>
    public async Task<JobStatus> WatchAsync(IScoringJob job, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await AskAsync(job) is { } progress)
            {
                Show(progress);
                if (progress.HasEnded || progress.Status == JobStatus.Unknown)
                {
                    return progress.Status;
                }
            }

            await Task.Delay(Interval, cancellationToken);
        }
    }

    /// <summary>What an exception says, without the places in the engine that its message goes on with.</summary>
    public static string FirstLine(Exception exception) => exception.Message.Split('\n', 2)[0].TrimEnd();

    // While a job moves away from a dead silo nobody can say how far it is; it goes on all the same.
    private static async Task<JobProgress?> AskAsync(IScoringJob job)
    {
        try
        {
            return await job.Progress();
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"The job cannot be reached now: {FirstLine(exception)}");
            return null;
        }
    }
}
