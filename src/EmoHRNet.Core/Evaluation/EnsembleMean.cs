namespace EmoHRNet.Evaluation;

/// <summary>How the probabilities of several models are averaged.</summary>
public enum EnsembleMean
{
    /// <summary>
    /// The mean of the probabilities. Where models disagree, it is less confident than they are, even if each of them is calibrated.
    /// </summary>
    Arithmetic,

    /// <summary>
    /// The geometric mean of the probabilities, scaled to sum to one: the softmax of the mean logits. A label to which one model gives
    /// almost no probability has almost none.
    /// </summary>
    Geometric,
}
