namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The stored state of <see cref="BatchLedger"/>: a bit for each batch, and the few leases.</summary>
[GenerateSerializer]
internal sealed class BatchLedgerState
{
    [Id(0)]
    public int Count { get; set; }

    /// <summary>A bit for each batch, the first in the lowest bit of the first byte; set when it is finished.</summary>
    [Id(1)]
    public byte[] Finished { get; set; } = [];

    [Id(2)]
    public int FinishedCount { get; set; }

    /// <summary>Batches below this number are finished, leased or returned.</summary>
    [Id(3)]
    public int Next { get; set; }

    [Id(4)]
    public List<int> Returned { get; set; } = [];

    [Id(5)]
    public Dictionary<int, LeaseState> Out { get; set; } = [];

    /// <summary>The number of silos that died while scoring a batch; batches without such deaths are not listed.</summary>
    [Id(6)]
    public Dictionary<int, int> Deaths { get; set; } = [];
}
