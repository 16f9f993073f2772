namespace EmoHRNet.Splits;

/// <summary>What the protocols by name can be told.</summary>
public sealed record SplitSettings
{
    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>EmoBox's folder of lists, for the protocol <c>emobox</c>. Default null.</summary>
    public string? EmoBoxLists { get; init; }

    /// <summary>The number of folds, for the protocols that let one choose. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The share of all clips, or speakers, that is tested, for protocols without folds; 0 for a final run, which tests nothing. Default 0.2.</summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>The share of what is not tested that the epoch is chosen on; 0 for none. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;
}
