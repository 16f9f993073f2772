using System.Text.Json;
using System.Text.Json.Serialization;
using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Samples.Cluster.Commands;

/// <summary>Shows the progress of a job, as text or as one JSON object per line.</summary>
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

    /// <summary>Shows the job until it is done, stopped or has failed.</summary>
    /// <returns>Its final progress.</returns>
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

    /// <summary>The first line of an exception's message, without the stack traces that Orleans appends.</summary>
    public static string FirstLine(Exception exception) => exception.Message.Split('\n', 2)[0].TrimEnd();

    // While a job moves away from a dead silo its progress is unavailable, but the job continues.
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
