namespace EmoHRNet.Evaluation.Robustness;

/// <summary>The classes that a model predicted under one condition.</summary>
/// <param name="Name">The condition's short name.</param>
/// <param name="Description">What happens and how strongly.</param>
/// <param name="IsInvariance">Whether predictions should not change.</param>
/// <param name="IsAdditional">Whether the condition was tried in addition to the standard ones.</param>
/// <param name="Predicted">The predicted class of each clip.</param>
internal sealed record ConditionPredictions(string Name, string Description, bool IsInvariance, bool IsAdditional, IReadOnlyList<int> Predicted)
{
    public static ConditionPredictions Of(ConditionResult result) =>
        new(result.Name, result.Description, result.IsInvariance, result.IsAdditional, result.Predicted);
}
