namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>Where a job stands.</summary>
internal enum JobStatus
{
    /// <summary>Nobody has submitted it.</summary>
    Unknown,

    /// <summary>Its manifest is being walked.</summary>
    Preparing,

    /// <summary>Batches are handed out.</summary>
    Running,

    /// <summary>Somebody stopped it; it can be resumed.</summary>
    Stopped,

    /// <summary>Every file has its result; they are being gathered.</summary>
    Gathering,

    /// <summary>The output is complete.</summary>
    Done,

    /// <summary>It cannot go on until somebody mends what <see cref="JobProgress.Problem"/> names and resumes it.</summary>
    Failed,
}
