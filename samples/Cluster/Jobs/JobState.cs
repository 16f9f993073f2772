namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The stored state of <see cref="ScoringJob"/>, small for archives of any size, because the file names are stored batch by batch.</summary>
[GenerateSerializer]
internal sealed class JobState
{
    [Id(0)]
    public JobStatus Status { get; set; }

    /// <summary>Distinguishes this run of the job from others with the same name.</summary>
    [Id(1)]
    public string Run { get; set; } = "";

    /// <summary>The hash of the job's model; silos with another model get no batch.</summary>
    [Id(2)]
    public string Model { get; set; } = "";

    [Id(3)]
    public JobRequest? Request { get; set; }

    [Id(4)]
    public int FileCount { get; set; }

    [Id(5)]
    public int Repeated { get; set; }

    [Id(6)]
    public BatchLedgerState Batches { get; set; } = new();

    [Id(7)]
    public int FinishedFiles { get; set; }

    [Id(8)]
    public int Failures { get; set; }

    [Id(9)]
    public double AudioSeconds { get; set; }

    /// <summary>Seconds that the job ran before the last start.</summary>
    [Id(10)]
    public double EarlierSeconds { get; set; }

    [Id(11)]
    public DateTimeOffset? RunningSince { get; set; }

    [Id(12)]
    public string? Problem { get; set; }

    public void Count(BatchTally tally)
    {
        FinishedFiles += tally.Files;
        Failures += tally.Failures;
        AudioSeconds += tally.AudioSeconds;
    }

    public double RunningSeconds(DateTimeOffset now) => EarlierSeconds + (RunningSince is { } since ? (now - since).TotalSeconds : 0);

    /// <summary>Changes the status and starts or stops the clock.</summary>
    public void Become(JobStatus status, DateTimeOffset now)
    {
        EarlierSeconds = RunningSeconds(now);
        RunningSince = status == JobStatus.Running ? now : null;
        Status = status;
    }
}
