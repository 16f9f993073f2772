using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="SpeedPerturbation"/> changes the speed of an utterance.</summary>
public sealed record SpeedPerturbationOptions : ValidatedOptions
{
    /// <summary>The factors to draw from, all equally likely; at least one, each 0.1 to 10 in steps of 0.001. Default: Kaldi's.</summary>
    public IReadOnlyList<double> Factors { get; init; } = [0.9, 1.0, 1.1];

    /// <summary>The preset of the resampling filter. Default standard.</summary>
    public ResamplingQuality Quality { get; init; } = ResamplingQuality.Standard;

    /// <summary>Compares lists by their entries.</summary>
    public bool Equals(SpeedPerturbationOptions? other) =>
        other is not null && Quality == other.Quality && (Factors ?? []).SequenceEqual(other.Factors ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => (Factors ?? []).Aggregate((int)Quality, HashCode.Combine);

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        problems
            .Require(Factors is { Count: > 0 }, nameof(Factors), Factors is null ? null : "empty", "at least one factor")
            .Defined(nameof(Quality), Quality);
        foreach (double factor in Factors ?? [])
        {
            problems.Range(nameof(Factors), factor, 0.1, 10);
        }
    }
}
