namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>One archive to score, by the name its owner gave it: walks the manifest, hands out batches, keeps account of what is finished.</summary>
internal interface IScoringJob : IGrainWithStringKey
{
    /// <summary>Begins the job; the manifest is walked in the background.</summary>
    /// <exception cref="ArgumentException">The request cannot be carried out, or there is such a job already.</exception>
    Task<JobProgress> Submit(JobRequest request);

    /// <summary>Hands out no more batches; those that are being scored are finished and counted.</summary>
    Task<JobProgress> Stop();

    /// <summary>Goes on with a job that was stopped or has failed.</summary>
    Task<JobProgress> Resume();

    /// <summary>How far the job is.</summary>
    Task<JobProgress> Progress();

    /// <summary>The next batch for a silo, or null when there is nothing to do now.</summary>
    /// <param name="silo">The silo that will score it; when it dies, the batch goes to another.</param>
    /// <param name="model">The hash of the silo's model; a silo with another model than the job's gets nothing.</param>
    Task<BatchLease?> Lease(SiloAddress silo, string model);

    /// <summary>Counts a batch whose results are written. A batch that is reported twice counts once.</summary>
    Task Complete(int batch, BatchTally tally);

    /// <summary>Takes back a batch that a silo could not finish.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="obstacle">What somebody must mend first, such as a full disk: the job then fails until it is resumed. Null: the next try may succeed.</param>
    Task Return(int batch, string? obstacle);
}
