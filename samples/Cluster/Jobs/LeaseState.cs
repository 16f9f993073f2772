namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>Who scores a batch, and since when.</summary>
[GenerateSerializer]
internal sealed class LeaseState
{
    [Id(0)]
    public string Silo { get; set; } = "";

    [Id(1)]
    public DateTimeOffset Since { get; set; }

    /// <summary>The number of the silo's loop that pulled the batch; it holds one batch at a time.</summary>
    [Id(2)]
    public int Puller { get; set; }
}
