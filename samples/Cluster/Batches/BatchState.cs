namespace EmoHRNet.Samples.Cluster.Batches;

/// <summary>What <see cref="Batch"/> keeps in the store.</summary>
[GenerateSerializer]
internal sealed class BatchState
{
    [Id(0)]
    public string[] Files { get; set; } = [];
}
