namespace EmoHRNet.Training;

/// <summary>What is done about emotions, and corpora, that have fewer utterances than others.</summary>
public enum ClassBalance
{
    /// <summary>Nothing: every utterance counts once.</summary>
    None,

    /// <summary>The loss of an utterance is weighted by the inverse frequency of its emotion, with a mean weight of 1.</summary>
    WeightedLoss,

    /// <summary>Each epoch draws as many utterances as the set holds, every emotion equally often.</summary>
    BalancedSampling,

    /// <summary>
    /// Each epoch draws as many utterances as the set holds, every emotion equally often and, of an emotion, every corpus that has it equally
    /// often; each batch is as even as its size allows. For training on several corpora.
    /// </summary>
    BalancedCorpora,
}
