using EmoHRNet.Audio.Options;

namespace EmoHRNet.Training;

/// <summary>
/// Learning from networks that are trained already, besides the labels (knowledge distillation, Hinton et al., 2015): a small network from a
/// large one, one from several, or one from its own like (Furlanello et al., 2018).
/// </summary>
/// <remarks>
/// Teachers see exactly what the network sees, masks and mixtures included, so they must have been trained on the same features of recordings
/// prepared in the same way, for the same labels. With <see cref="Audio.Features.FeatureNormalization.Corpus"/> that includes the statistics:
/// several teachers and their pupil share them when the recipe states them, or when all learn from the same utterances.
/// </remarks>
public sealed record DistillationOptions
{
    /// <summary>The model files of the teachers, at least one; the mean of their probabilities is taught.</summary>
    public IReadOnlyList<string> Teachers { get; init; } = [];

    /// <summary>The share of the loss that the teachers have; the labels have the rest, and alone have class weights. Default 0.5, range 0 to 1.</summary>
    public double Weight { get; init; } = 0.5;

    /// <summary>
    /// What logits of teachers and network are divided by before the softmax: above 1, how teachers rank the improbable labels counts for
    /// more. Default 1, range 0.1 to 100. The loss is multiplied by its square, so that <see cref="Weight"/> keeps its meaning.
    /// </summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Compares by value, the teachers one by one.</summary>
    /// <param name="other">The options to compare with.</param>
    public bool Equals(DistillationOptions? other) =>
        other is not null && Teachers.SequenceEqual(other.Teachers) && (Weight, Temperature) == (other.Weight, other.Temperature);

    /// <inheritdoc/>
    public override int GetHashCode() => Teachers.Aggregate(HashCode.Combine(Weight, Temperature), HashCode.Combine);

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Require(Teachers is { Count: > 0 } && Teachers.All(path => !string.IsNullOrEmpty(path)), nameof(Teachers), Teachers is null ? null : string.Join(", ", Teachers), "at least one model file")
        .Range(nameof(Weight), Weight, 0, 1)
        .Range(nameof(Temperature), Temperature, 0.1, 100);
}
