namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>A batch that is leased to a silo.</summary>
[GenerateSerializer]
internal sealed record BatchLease
{
    [Id(0)]
    public required int Batch { get; init; }

    /// <summary>Distinguishes this run of the job from others with the same name.</summary>
    [Id(1)]
    public required string Run { get; init; }

    [Id(2)]
    public required string Output { get; init; }

    /// <summary>The number of the batch's first file in the manifest.</summary>
    [Id(3)]
    public required long FirstPosition { get; init; }

    /// <summary>Whether too many silos died while scoring this batch: its files then get an error instead of a result.</summary>
    [Id(4)]
    public required bool IsGivenUp { get; init; }
}
