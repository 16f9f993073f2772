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
}
