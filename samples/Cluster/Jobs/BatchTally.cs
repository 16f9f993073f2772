namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The counts of a scored batch.</summary>
[GenerateSerializer]
internal sealed record BatchTally
{
    [Id(0)]
    public required int Files { get; init; }

    [Id(1)]
    public required int Failures { get; init; }

    [Id(2)]
    public required double AudioSeconds { get; init; }
}
