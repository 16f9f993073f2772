namespace EmoHRNet.Evaluation.Publishing;

/// <summary>The origin of a published result, beyond what its report contains.</summary>
public sealed record RunOrigin
{
    /// <summary>The name of the recipe's file in the folder's recipes; for several networks, one name each, separated by " + ".</summary>
    public required string Recipe { get; init; }

    /// <summary>The training seeds, one for each network, separated by " + ".</summary>
    public required string Seed { get; init; }

    /// <summary>The hash of each split, in the order of the folds.</summary>
    public required IReadOnlyList<string> Splits { get; init; }

    /// <summary>The commit of the library that ran.</summary>
    public required string Commit { get; init; }

    /// <summary>
    /// What was chosen on which clips, in words: the recipe, the epoch, the temperature, the members of an ensemble. "nothing" only if none
    /// of them was chosen on the test clips.
    /// </summary>
    public required string Chosen { get; init; }
}
