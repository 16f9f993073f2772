using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>The telephone lines that <see cref="Telephone"/> sends utterances through.</summary>
public sealed record TelephoneOptions : ValidatedOptions
{
    /// <summary>The codings, all equally likely; at least one. Default both.</summary>
    public IReadOnlyList<Companding> Codings { get; init; } = [Companding.MuLaw, Companding.ALaw];

    /// <summary>The largest share of packets of 20 ms that get lost, 0 to 0.5; the share of an utterance is drawn from 0 to this. Default 0.05.</summary>
    public double MaximumPacketLoss { get; init; } = 0.05;

    /// <summary>Lists are compared by their members.</summary>
    public bool Equals(TelephoneOptions? other) =>
        other is not null && MaximumPacketLoss.Equals(other.MaximumPacketLoss) && (Codings ?? []).SequenceEqual(other.Codings ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => (Codings ?? []).Aggregate(MaximumPacketLoss.GetHashCode(), HashCode.Combine);

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        problems
            .Require(Codings is { Count: > 0 }, nameof(Codings), Codings is null ? null : "empty", "at least one coding")
            .Range(nameof(MaximumPacketLoss), MaximumPacketLoss, 0, 0.5);
        foreach (Companding coding in Codings ?? [])
        {
            problems.Defined(nameof(Codings), coding);
        }
    }
}
