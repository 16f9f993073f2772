using System.Globalization;

namespace EmoHRNet.Splits;

/// <summary>How a split was made, so that it can be reproduced and cited.</summary>
/// <param name="Protocol">The protocol's name with its numbers: <c>stratified 5-fold</c>.</param>
public sealed record SplitOrigin(string Protocol)
{
    /// <summary>The seed; null for a protocol without random draws.</summary>
    public int? Seed { get; init; }

    /// <summary>The number of this fold, from 1; null for a single split.</summary>
    public int? Fold { get; init; }

    /// <summary>The number of folds; null for a single split.</summary>
    public int? FoldCount { get; init; }

    /// <summary>What was held out for the test: a speaker, a session; null if parts are drawn at random.</summary>
    public string? HeldOut { get; init; }

    /// <summary>Whether the validation part is also the test part; such results are optimistic and labeled as such.</summary>
    public bool IsTestSelected { get; init; }

    /// <summary>Whether nothing is tested: a final run, in which the model to be released is trained on everything.</summary>
    public bool IsFinal { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Protocol}{(Seed is { } seed ? $", seed {seed}" : "")}{(Fold is { } fold ? $", fold {fold} of {FoldCount}" : "")}{(HeldOut is null ? "" : $", held out {HeldOut}")}");
}
