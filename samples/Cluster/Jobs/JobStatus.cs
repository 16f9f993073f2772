namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The status of a job.</summary>
internal enum JobStatus
{
    /// <summary>It was never submitted.</summary>
    Unknown,

    /// <summary>Its manifest is being read.</summary>
    Preparing,

    /// <summary>Batches are handed out.</summary>
    Running,

    /// <summary>It was stopped and can be resumed.</summary>
    Stopped,

    /// <summary>Every file has its result; the results are being merged.</summary>
    Gathering,

    /// <summary>The output is complete.</summary>
    Done,

    /// <summary>It cannot continue until the <see cref="JobProgress.Problem"/> is fixed and it is resumed.</summary>
    Failed,
}
