namespace EmoHRNet.Evaluation.Robustness;

/// <summary>What one condition did to a model.</summary>
/// <param name="Name">The condition's short name.</param>
/// <param name="Description">What happens and how strongly.</param>
/// <param name="IsInvariance">Whether answers should stay what they are; such conditions are not averaged.</param>
/// <param name="UnweightedAccuracy">Unweighted accuracy with its 95% interval.</param>
/// <param name="Accuracy">Accuracy with its 95% interval.</param>
/// <param name="ChangedShare">The share of clips whose answer is another than without the condition, 0 to 1.</param>
/// <param name="WorstClass">The emotion that is recognized least.</param>
/// <param name="WorstRecall">Its recall, 0 to 1.</param>
public sealed record ConditionResult(
    string Name, string Description, bool IsInvariance, ConfidenceInterval UnweightedAccuracy, ConfidenceInterval Accuracy, double ChangedShare, string WorstClass, double WorstRecall)
{
    /// <summary>Whether the condition was tried beside the usual ones; such conditions are not averaged.</summary>
    public bool IsAdditional { get; init; }
}
