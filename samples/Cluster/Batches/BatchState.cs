namespace EmoHRNet.Samples.Cluster.Batches;

/// <summary>The stored state of <see cref="Batch"/>.</summary>
[GenerateSerializer]
internal sealed class BatchState
{
    [Id(0)]
    public string[] Files { get; set; } = [];
}
