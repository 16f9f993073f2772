namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The silo that scores a batch, and since when.</summary>
[GenerateSerializer]
internal sealed class LeaseState
{
    [Id(0)]
    public string Silo { get; set; } = "";

    [Id(1)]
    public DateTimeOffset Since { get; set; }
}
