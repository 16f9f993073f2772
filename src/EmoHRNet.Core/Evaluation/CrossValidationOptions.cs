namespace EmoHRNet.Evaluation;

/// <summary>How a cross-validation is run.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>
    /// Where results are stored; created if needed. Several machines can share the folder, or their folders are merged
    /// (<see cref="CrossValidation.Merge"/>).
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>
    /// Everything except the clips that determines a fold's result, as text: the recipe with its seed. Runs may share results only if it is
    /// equal.
    /// </summary>
    public required string Settings { get; init; }

    /// <summary>The number of the only fold to run, from 1; null (the default) runs all unfinished folds.</summary>
    public int? OnlyFold { get; init; }

    /// <summary>How the combined folds are evaluated.</summary>
    public EvaluationOptions Evaluation { get; init; } = new();
}
