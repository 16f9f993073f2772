namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>A job, keyed by its name: reads the manifest, hands out batches, and tracks which are finished.</summary>
internal interface IScoringJob : IGrainWithStringKey
{
    /// <summary>Starts the job; the manifest is read in the background.</summary>
    /// <exception cref="ArgumentException">The request is invalid, or a job with that name exists already.</exception>
    Task<JobProgress> Submit(JobRequest request);

    /// <summary>Stops handing out batches; those in progress are finished and counted.</summary>
    Task<JobProgress> Stop();

    /// <summary>Resumes a job that was stopped or has failed.</summary>
    Task<JobProgress> Resume();

    /// <summary>The progress of the job.</summary>
    Task<JobProgress> Progress();

    /// <summary>
    /// The next batch for a loop of a silo that has none, or null if there is none at the moment. A loop that asks again before its batch
    /// is complete gets the same batch: the first answer was lost on the way.
    /// </summary>
    /// <param name="silo">The silo that will score it; if it dies, the batch goes to another.</param>
    /// <param name="puller">The number of the loop on that silo.</param>
    /// <param name="model">The hash of the silo's model; a silo with another model than the job's gets nothing.</param>
    Task<BatchLease?> Lease(SiloAddress silo, int puller, string model);

    /// <summary>Counts a batch whose results are written. A batch that is reported twice counts once.</summary>
    Task Complete(int batch, BatchTally tally);

    /// <summary>Returns a batch that a silo could not finish.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="obstacle">A problem that an operator must fix, such as a full disk: the job fails until it is resumed. Null: the next try may succeed.</param>
    Task Return(int batch, string? obstacle);
}
