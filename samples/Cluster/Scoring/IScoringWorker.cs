using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Samples.Cluster.Scoring;

/// <summary>Scores batches with the silo's model; runs on the calling silo, so that no audio crosses the network between silos.</summary>
internal interface IScoringWorker : IGrainWithIntegerKey
{
    /// <summary>Scores a batch and writes its results; scoring it again replaces them.</summary>
    /// <returns>The counts of the batch.</returns>
    /// <exception cref="IOException">The results cannot be written.</exception>
    [ResponseTimeout("1.00:00:00")]
    Task<BatchTally> Score(BatchLease lease);
}
