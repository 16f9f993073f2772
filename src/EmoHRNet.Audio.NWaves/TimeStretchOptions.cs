using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.NWaves;

/// <summary>How <see cref="TimeStretch"/> changes the tempo of an utterance.</summary>
public sealed record TimeStretchOptions : ValidatedOptions
{
    /// <summary>The lowest factor of the length; 0.5 to <see cref="MaximumFactor"/>. Default 0.85: 15% shorter.</summary>
    public double MinimumFactor { get; init; } = 0.85;

    /// <summary>The highest factor of the length, at most 2. Default 1.15.</summary>
    public double MaximumFactor { get; init; } = 1.15;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(MinimumFactor >= 0.5 && MinimumFactor <= MaximumFactor, nameof(MinimumFactor), MinimumFactor, "0.5 to MaximumFactor")
            .Require(MaximumFactor <= 2, nameof(MaximumFactor), MaximumFactor, "at most 2");
    }
}
