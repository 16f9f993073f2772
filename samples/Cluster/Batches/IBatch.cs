namespace EmoHRNet.Samples.Cluster.Batches;

/// <summary>The stored file names of one batch; the key is the job's run and the batch's number.</summary>
internal interface IBatch : IGrainWithStringKey
{
    /// <summary>Replaces the names.</summary>
    Task Write(string[] files);

    /// <summary>The names, in the manifest's order.</summary>
    Task<string[]> Files();
}
