using System.Globalization;

namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The progress of a job.</summary>
[GenerateSerializer]
internal sealed record JobProgress
{
    [Id(0)]
    public required string Job { get; init; }

    [Id(1)]
    public required JobStatus Status { get; init; }

    /// <summary>Files of the manifest; 0 while it is being read.</summary>
    [Id(2)]
    public required int FileCount { get; init; }

    /// <summary>Files with a result.</summary>
    [Id(3)]
    public required int Finished { get; init; }

    /// <summary>Files whose result is an error.</summary>
    [Id(4)]
    public required int Failures { get; init; }

    /// <summary>Lines of the manifest that repeat a file.</summary>
    [Id(5)]
    public required int Repeated { get; init; }

    /// <summary>Hours of audio in the finished files.</summary>
    [Id(6)]
    public required double AudioHours { get; init; }

    /// <summary>Seconds that the job has been running, without the time it was stopped.</summary>
    [Id(7)]
    public required double RunningSeconds { get; init; }

    /// <summary>The silo that currently hosts the job.</summary>
    [Id(8)]
    public required string Keeper { get; init; }

    /// <summary>The problem that stopped the job, or null.</summary>
    [Id(9)]
    public string? Problem { get; init; }

    /// <summary>Seconds of the whole cluster per second of audio; null before the first result.</summary>
    public double? RealTimeFactor => AudioHours > 0 ? RunningSeconds / (AudioHours * 3600) : null;

    /// <summary>Whether the job is done, stopped or has failed.</summary>
    public bool HasEnded => Status is JobStatus.Done or JobStatus.Stopped or JobStatus.Failed;

    public override string ToString()
    {
        string left = Status == JobStatus.Running && Finished > 0
            ? $", {TimeSpan.FromSeconds(RunningSeconds / Finished * (FileCount - Finished)):hh\\:mm\\:ss} left"
            : "";
        string factor = RealTimeFactor is { } f ? string.Create(CultureInfo.InvariantCulture, $", real-time factor {f:G2}") : "";
        string problem = Problem is null ? "" : $" ({Problem})";
        return string.Create(
            CultureInfo.InvariantCulture, $"{Status}: {Finished} of {FileCount} files, {Failures} failed, {AudioHours:F2} hours of audio{factor}{left}{problem}");
    }
}
