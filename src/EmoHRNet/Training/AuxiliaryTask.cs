using EmoHRNet.Audio.Options;

namespace EmoHRNet.Training;

/// <summary>
/// Another attribute of utterances that a network learns to predict in addition to emotion (multi-task learning, Caruana, 1997): the
/// speaker, the sentence, the intensity. Features that predict these help with emotions, too.
/// </summary>
/// <remarks>
/// It needs no additional recordings, only metadata of the corpus. Its layer is dropped after training: model files and predictions are the same as
/// without it. The loss that training reports includes it. The task ignores utterances without the attribute, and a task
/// with fewer than two classes is left out, so that one recipe works for corpora with different metadata.
/// </remarks>
public sealed record AuxiliaryTask
{
    /// <summary>
    /// The attributes: <c>speaker</c>, <c>session</c>, <c>emotion</c>, or a key of <see cref="Corpora.Utterance.Metadata"/> such as <c>sentence</c> or
    /// <c>intensity</c>. Several are combined: with <c>speaker</c> and <c>emotion</c> every emotion of every speaker is one class.
    /// </summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The weight of its loss; the loss of the emotions has weight 1. Default 0.3, range 0 to 100.</summary>
    public double Weight { get; init; } = 0.3;

    /// <summary>Compares by value, the attributes one by one.</summary>
    /// <param name="other">The task to compare with.</param>
    public bool Equals(AuxiliaryTask? other) => other is not null && Weight == other.Weight && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public override int GetHashCode() => Attributes.Aggregate(Weight.GetHashCode(), HashCode.Combine);

    /// <summary>Adds every option that is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Require(Attributes is { Count: > 0 } && Attributes.All(name => !string.IsNullOrWhiteSpace(name)), nameof(Attributes),
            Attributes is null ? null : string.Join(", ", Attributes), "at least one attribute, none of them empty")
        .Range(nameof(Weight), Weight, 0, 100);
}
