namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The names of the active jobs; one board for the cluster, with key 0.</summary>
internal interface IJobBoard : IGrainWithIntegerKey
{
    /// <summary>The names, oldest first.</summary>
    Task<string[]> Running();

    /// <summary>Adds a job; one that is already on the board keeps its place.</summary>
    Task Add(string job);

    /// <summary>Removes a job, if it is there.</summary>
    Task Remove(string job);
}
