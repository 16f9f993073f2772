namespace EmoHRNet.Training;

/// <summary>What is done about emotions that have fewer utterances than others.</summary>
public enum ClassBalance
{
    /// <summary>Nothing: every utterance counts once.</summary>
    None,

    /// <summary>The loss of an utterance is weighted by the inverse frequency of its emotion, with a mean weight of 1.</summary>
    WeightedLoss,

    /// <summary>Each epoch draws as many utterances as the set holds, every emotion equally often.</summary>
    BalancedSampling,

    /// <summary>
    /// The logarithm of how often an emotion is asked for within the utterance's own corpus is added to its logit while training (logit
    /// adjustment, Menon et al., ICLR 2021). The network then answers as if all emotions were equally frequent, and neither the rare ones of a
    /// corpus nor those it does not have at all teach it to tell emotions by the sound of a corpus.
    /// </summary>
    AdjustedLogits,
}
