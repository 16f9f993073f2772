namespace EmoHRNet.Evaluation;

/// <summary>The result of one fold, as it is kept on disk.</summary>
public sealed record FoldResult
{
    /// <summary>The version of the JSON form.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>The fold, from 1.</summary>
    public required int Fold { get; init; }

    /// <summary>The number of folds.</summary>
    public required int FoldCount { get; init; }

    /// <summary>The hash of the fold's split.</summary>
    public required string SplitHash { get; init; }

    /// <summary>The hash of the settings it was run with.</summary>
    public required string SettingsHash { get; init; }

    /// <summary>What was held out, where that has a name.</summary>
    public string? HeldOut { get; init; }

    /// <summary>The time the fold took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The evaluation of the fold's test part.</summary>
    public required EvaluationReport Report { get; init; }
}
