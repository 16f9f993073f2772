namespace EmoHRNet.Evaluation;

/// <summary>What a bootstrap resamples, to estimate how figures would vary with other recordings.</summary>
public enum ResamplingUnit
{
    /// <summary>
    /// Clips where the model is known to have heard some of the speakers, speakers otherwise: the interval reflects what would be new in
    /// the next test.
    /// </summary>
    Automatic,

    /// <summary>Clips within folds: other clips of the same speakers.</summary>
    Clips,

    /// <summary>
    /// Speakers within folds, then clips of each: other speakers. Clips of one speaker are similar, so these intervals are wider. If a fold
    /// tests a single speaker, folds are resampled, too.
    /// </summary>
    Speakers,
}
