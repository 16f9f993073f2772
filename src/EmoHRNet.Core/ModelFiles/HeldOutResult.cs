namespace EmoHRNet.ModelFiles;

/// <summary>The result of a model on clips that were used neither to train it nor to choose its epoch.</summary>
public sealed record HeldOutResult
{
    /// <summary>How the clips were selected: <c>stratified random 20%</c>, <c>actors 1, 11, 20, 21</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The number of clips; at least 1.</summary>
    public required int ClipCount { get; init; }

    /// <summary>Accuracy, 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Unweighted accuracy (mean recall over classes), 0 to 1.</summary>
    public required double UnweightedAccuracy { get; init; }
}
