using EmoHRNet.Audio.Options;

namespace EmoHRNet.Training;

/// <summary>
/// Something else that a network learns to tell of training utterances besides their emotion (multi-task learning, Caruana, 1997): who
/// speaks, what is said, how intense it is. What helps to tell these apart helps with emotions, too.
/// </summary>
/// <remarks>
/// It needs no more recordings, only what a corpus says of them. The layer for it is dropped after training: model files and predictions are as
/// without it. The loss that training reports includes it. An utterance of which the corpus does not say it teaches nothing here, and a task
/// with fewer than two classes is left out, so that one recipe serves corpora that say different things.
/// </remarks>
public sealed record AuxiliaryTask
{
    /// <summary>
    /// What is told: <c>speaker</c>, <c>session</c>, <c>emotion</c>, or a key of <see cref="Corpora.Utterance.Metadata"/> such as <c>sentence</c> or
    /// <c>intensity</c>. Several are told as one: with <c>speaker</c> and <c>emotion</c> every emotion of every speaker is a class of its own.
    /// </summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>What its loss is multiplied by before it is added to that of the emotions, which weighs 1. Default 0.3, range 0 to 100.</summary>
    public double Weight { get; init; } = 0.3;

    /// <summary>Compares by value, the attributes one by one.</summary>
    /// <param name="other">The task to compare with.</param>
    public bool Equals(AuxiliaryTask? other) => other is not null && Weight == other.Weight && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public override int GetHashCode() => Attributes.Aggregate(Weight.GetHashCode(), HashCode.Combine);

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Require(Attributes is { Count: > 0 } && Attributes.All(name => !string.IsNullOrWhiteSpace(name)), nameof(Attributes),
            Attributes is null ? null : string.Join(", ", Attributes), "at least one attribute, none of them empty")
        .Range(nameof(Weight), Weight, 0, 100);
}
