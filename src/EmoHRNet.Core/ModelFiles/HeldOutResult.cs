namespace EmoHRNet.ModelFiles;

/// <summary>What a model reached on clips that took no part in its training nor in choosing its epoch.</summary>
public sealed record HeldOutResult
{
    /// <summary>How the clips were set apart: <c>stratified random 20%</c>, <c>actors 1, 11, 20, 21</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The number of clips; at least 1.</summary>
    public required int ClipCount { get; init; }

    /// <summary>The share of clips that were recognized, 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>The mean over classes of the share that was recognized, 0 to 1 (unweighted accuracy, macro recall).</summary>
    public required double UnweightedAccuracy { get; init; }
}
