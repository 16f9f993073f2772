using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="GainPerturbation"/> changes the level of an utterance.</summary>
public sealed record GainPerturbationOptions : ValidatedOptions
{
    /// <summary>The smallest gain in decibels, -120 to <see cref="MaximumDecibels"/>. Default -6.</summary>
    public double MinimumDecibels { get; init; } = -6;

    /// <summary>The largest gain in decibels, <see cref="MinimumDecibels"/> to 120. Default 6.</summary>
    public double MaximumDecibels { get; init; } = 6;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumDecibels), MinimumDecibels, -120, 120)
        .Range(nameof(MaximumDecibels), MaximumDecibels, -120, 120)
        .Require(!(MinimumDecibels > MaximumDecibels), nameof(MinimumDecibels), MinimumDecibels, $"at most {nameof(MaximumDecibels)}");
}
