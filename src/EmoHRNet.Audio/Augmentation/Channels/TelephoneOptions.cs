using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>The telephone lines that <see cref="Telephone"/> simulates.</summary>
public sealed record TelephoneOptions : ValidatedOptions
{
    /// <summary>The codings, all equally likely; at least one. Default both.</summary>
    public IReadOnlyList<Companding> Codings { get; init; } = [Companding.MuLaw, Companding.ALaw];

    /// <summary>The largest share of lost packets of 20 ms, 0 to 0.5; each utterance draws its share between 0 and this. Default 0.05.</summary>
    public double MaximumPacketLoss { get; init; } = 0.05;

    /// <summary>Compares lists by their entries.</summary>
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
