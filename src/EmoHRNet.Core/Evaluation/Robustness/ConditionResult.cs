using System.Text.Json.Serialization;

namespace EmoHRNet.Evaluation.Robustness;

/// <summary>The result of a model under one condition.</summary>
/// <param name="Name">The condition's short name.</param>
/// <param name="Description">What happens and how strongly.</param>
/// <param name="IsInvariance">Whether predictions should not change; such conditions are not averaged.</param>
/// <param name="UnweightedAccuracy">Unweighted accuracy with its 95% interval.</param>
/// <param name="Accuracy">Accuracy with its 95% interval.</param>
/// <param name="ChangedShare">The share of clips whose predicted label differs from that without the condition, 0 to 1.</param>
/// <param name="WorstClass">The emotion with the lowest recall.</param>
/// <param name="WorstRecall">Its recall, 0 to 1.</param>
public sealed record ConditionResult(
    string Name, string Description, bool IsInvariance, ConfidenceInterval UnweightedAccuracy, ConfidenceInterval Accuracy, double ChangedShare, string WorstClass, double WorstRecall)
{
    /// <summary>Whether the condition was tried in addition to the standard ones; such conditions are not averaged.</summary>
    public bool IsAdditional { get; init; }

    /// <summary>
    /// The class predicted for each clip, in the order of the report's predictions, so that results of folds can be combined; empty if not
    /// known.
    /// </summary>
    [JsonConverter(typeof(CompactNumbersConverter<int>))]
    public IReadOnlyList<int> Predicted { get; init; } = [];
}
