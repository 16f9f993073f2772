namespace EmoHRNet.Evaluation;

/// <summary>How several models' probabilities become one answer.</summary>
public enum EnsembleMean
{
    /// <summary>The mean of the probabilities. Where models disagree, it is less sure than they are, even if each of them is calibrated.</summary>
    Arithmetic,

    /// <summary>
    /// The mean of the logarithms of the probabilities, made to sum to one: the softmax of the mean logits. A label that one model all but
    /// rules out is ruled out.
    /// </summary>
    Geometric,
}
