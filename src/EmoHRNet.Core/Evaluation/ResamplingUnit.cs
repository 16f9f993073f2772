namespace EmoHRNet.Evaluation;

/// <summary>What a bootstrap draws, to see how figures would vary with other recordings.</summary>
public enum ResamplingUnit
{
    /// <summary>
    /// Speakers where the model is not known to have heard them, clips otherwise: an interval follows what would be new next time.
    /// </summary>
    Automatic,

    /// <summary>Clips within folds: other clips of the same speakers.</summary>
    Clips,

    /// <summary>
    /// Speakers within folds, then clips of each: other speakers. Clips of one speaker are alike, so this is wider. Where a fold tests a
    /// single speaker, folds are drawn, too.
    /// </summary>
    Speakers,
}
