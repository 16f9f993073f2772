using System.Text.Json.Serialization;

namespace EmoHRNet.Evaluation.Robustness;

/// <summary>The accuracy of a model under noise, reverberation and other recording conditions.</summary>
public sealed record RobustnessResult
{
    /// <summary>The number of clips that every condition was tried on.</summary>
    public required int ClipCount { get; init; }

    /// <summary>The seed of the conditions.</summary>
    public required int Seed { get; init; }

    /// <summary>Unweighted accuracy without any condition.</summary>
    public required ConfidenceInterval Clean { get; init; }

    /// <summary>Every condition, in the order it was tried.</summary>
    public required IReadOnlyList<ConditionResult> Conditions { get; init; }

    /// <summary>
    /// The mean unweighted accuracy over the conditions that are neither invariances nor additional; NaN if there are none.
    /// </summary>
    [JsonIgnore]
    public double Mean => Averaged.Select(each => each.UnweightedAccuracy.Value).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The condition with the lowest unweighted accuracy among those that are averaged; null if there are none.</summary>
    [JsonIgnore]
    public ConditionResult? Worst => Averaged.MinBy(each => each.UnweightedAccuracy.Value);

    private IEnumerable<ConditionResult> Averaged => Conditions.Where(each => !each.IsInvariance && !each.IsAdditional);
}
