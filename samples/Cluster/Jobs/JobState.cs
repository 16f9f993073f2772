namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>What <see cref="ScoringJob"/> keeps in the store: small however large the archive is, since the files' names are kept batch by batch.</summary>
[GenerateSerializer]
internal sealed class JobState
{
    [Id(0)]
    public JobStatus Status { get; set; }

    /// <summary>Tells this run of the job from any other of its name.</summary>
    [Id(1)]
    public string Run { get; set; } = "";

    /// <summary>The hash of the model that answers; silos with another get no batch.</summary>
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

    /// <summary>Seconds of the earlier stretches that the job was running.</summary>
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
