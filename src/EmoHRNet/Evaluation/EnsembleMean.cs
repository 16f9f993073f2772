namespace EmoHRNet.Evaluation;

/// <summary>How several models' probabilities become one answer.</summary>
public enum EnsembleMean
{
    /// <summary>The mean of the probabilities. One model alone cannot rule a label out; the mean of calibrated models is too modest.</summary>
    Arithmetic,

    /// <summary>
    /// The mean of the logarithms of the probabilities, made to sum to one: the softmax of the mean logits. A label needs all models,
    /// and calibrated models stay calibrated where they agree in kind.
    /// </summary>
    Geometric,
}
