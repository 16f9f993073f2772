namespace EmoHRNet.Evaluation.Publishing;

/// <summary>Where a published result comes from, as far as its report does not say it.</summary>
public sealed record RunOrigin
{
    /// <summary>The recipe, by the name of its file in the folder's recipes; several networks: one name for each, with " + " between them.</summary>
    public required string Recipe { get; init; }

    /// <summary>The seeds of the training, one for each network, with " + " between them.</summary>
    public required string Seed { get; init; }

    /// <summary>The hash of each split, in the order of the folds.</summary>
    public required IReadOnlyList<string> Splits { get; init; }

    /// <summary>The commit of the library that ran.</summary>
    public required string Commit { get; init; }

    /// <summary>
    /// What was chosen on which clips, in words: the recipe, the epoch, the temperature, the members of an ensemble. "nothing" only where none
    /// of them was chosen on the clips tested.
    /// </summary>
    public required string Chosen { get; init; }
}
