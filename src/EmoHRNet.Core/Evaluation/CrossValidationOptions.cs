namespace EmoHRNet.Evaluation;

/// <summary>How a cross-validation is run.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>Where results are kept; created when needed. Machines that share the work share the folder, or their folders are merged (<see cref="CrossValidation.Merge"/>).</summary>
    public required string Folder { get; init; }

    /// <summary>Everything that decides a fold's result besides its clips, as text: the recipe with its seed. Two runs may share results exactly when it is equal.</summary>
    public required string Settings { get; init; }

    /// <summary>The number of the only fold to run, from 1; null (the default) runs all that are not finished.</summary>
    public int? OnlyFold { get; init; }

    /// <summary>How the folds together are evaluated.</summary>
    public EvaluationOptions Evaluation { get; init; } = new();
}
