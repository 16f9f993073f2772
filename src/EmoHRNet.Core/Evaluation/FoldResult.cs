namespace EmoHRNet.Evaluation;

/// <summary>The result of one fold, as stored on disk.</summary>
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

    /// <summary>The name of what was held out, if it has one.</summary>
    public string? HeldOut { get; init; }

    /// <summary>The duration of the fold, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The evaluation of the fold's test part.</summary>
    public required EvaluationReport Report { get; init; }
}
