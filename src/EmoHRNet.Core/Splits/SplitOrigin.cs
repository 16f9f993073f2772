using System.Globalization;

namespace EmoHRNet.Splits;

/// <summary>How a split was made, so that it can be made again and cited.</summary>
/// <param name="Protocol">The protocol's name with its numbers: <c>stratified 5-fold</c>.</param>
public sealed record SplitOrigin(string Protocol)
{
    /// <summary>The seed; null for a protocol without chance.</summary>
    public int? Seed { get; init; }

    /// <summary>The number of this fold, from 1; null for a single split.</summary>
    public int? Fold { get; init; }

    /// <summary>The number of folds; null for a single split.</summary>
    public int? FoldCount { get; init; }

    /// <summary>What was left out for the test: a speaker, a session; null where parts are drawn by chance.</summary>
    public string? HeldOut { get; init; }

    /// <summary>Whether the validation part is the test part; results are then optimistic and are labeled as such.</summary>
    public bool IsTestSelected { get; init; }

    /// <summary>Whether nothing is tested: a final run, in which the model that ships learns from everything.</summary>
    public bool IsFinal { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Protocol}{(Seed is { } seed ? $", seed {seed}" : "")}{(Fold is { } fold ? $", fold {fold} of {FoldCount}" : "")}{(HeldOut is null ? "" : $", held out {HeldOut}")}");
}
