using EmoHRNet.Audio.Options;

namespace EmoHRNet.Training;

/// <summary>
/// Learning from trained networks in addition to the labels (knowledge distillation, Hinton et al., 2015): a small network from a
/// large one, one from several, or self-distillation (born-again networks, Furlanello et al., 2018).
/// </summary>
/// <remarks>
/// Teachers get exactly the network's input, including masks and mixup, so they must have been trained on the same features of recordings
/// prepared in the same way, for the same labels. With <see cref="Audio.Features.FeatureNormalization.Corpus"/> that includes the statistics: if
/// the recipe does not state them, the network takes those of the first teacher.
/// </remarks>
public sealed record DistillationOptions
{
    /// <summary>The model files of the teachers, at least one; the mean of their probabilities is the target.</summary>
    public IReadOnlyList<string> Teachers { get; init; } = [];

    /// <summary>The teachers' share of the loss; the labels have the rest. Class weights apply to the labels only. Default 0.5, range 0 to 1.</summary>
    public double Weight { get; init; } = 0.5;

    /// <summary>
    /// The temperature that divides the logits of teachers and network before the softmax: above 1, the teachers' ranking of improbable labels counts
    /// more. Default 1, range 0.1 to 100. The loss is multiplied by its square, so that <see cref="Weight"/> keeps its meaning.
    /// </summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Compares by value, the teachers one by one.</summary>
    /// <param name="other">The options to compare with.</param>
    public bool Equals(DistillationOptions? other) =>
        other is not null && Teachers.SequenceEqual(other.Teachers) && (Weight, Temperature) == (other.Weight, other.Temperature);

    /// <inheritdoc/>
    public override int GetHashCode() => Teachers.Aggregate(HashCode.Combine(Weight, Temperature), HashCode.Combine);

    /// <summary>Adds every option that is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Require(Teachers is { Count: > 0 } && Teachers.All(path => !string.IsNullOrEmpty(path)), nameof(Teachers), Teachers is null ? null : string.Join(", ", Teachers), "at least one model file")
        .Range(nameof(Weight), Weight, 0, 1)
        .Range(nameof(Temperature), Temperature, 0.1, 100);
}
