namespace EmoHRNet.Training;

/// <summary>How training treats emotions with fewer utterances than others.</summary>
public enum ClassBalance
{
    /// <summary>Nothing: every utterance counts once.</summary>
    None,

    /// <summary>The loss of an utterance is weighted by the inverse frequency of its emotion, with a mean weight of 1.</summary>
    WeightedLoss,

    /// <summary>Each epoch draws as many utterances as the set holds, every emotion equally often.</summary>
    BalancedSampling,

    /// <summary>
    /// The logarithm of an emotion's frequency within the utterance's own corpus is added to its logit in training (logit
    /// adjustment, Menon et al., ICLR 2021). The network then predicts as if all emotions were equally frequent, and does not learn to infer
    /// emotions from the recording conditions of a corpus in which some are rare or missing.
    /// </summary>
    AdjustedLogits,
}
