namespace EmoHRNet.Splits;

/// <summary>The settings of the named protocols.</summary>
public sealed record SplitSettings
{
    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>EmoBox's folder of lists, for the protocol <c>emobox</c>. Default null.</summary>
    public string? EmoBoxLists { get; init; }

    /// <summary>The number of folds, for protocols with a choice. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>
    /// The test share of all clips, or speakers, for protocols without folds; 0 for a final run, which tests nothing. Default 0.2.
    /// </summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>The validation share of the rest; 0 for none. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;
}
