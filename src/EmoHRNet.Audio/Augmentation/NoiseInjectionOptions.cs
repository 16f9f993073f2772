using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="NoiseInjection"/> adds noise to an utterance.</summary>
public sealed record NoiseInjectionOptions : ValidatedOptions
{
    /// <summary>The lowest signal-to-noise ratio in decibels, -60 to <see cref="MaximumDecibels"/>. Default 10.</summary>
    public double MinimumDecibels { get; init; } = 10;

    /// <summary>The highest signal-to-noise ratio in decibels, <see cref="MinimumDecibels"/> to 120. Default 30.</summary>
    public double MaximumDecibels { get; init; } = 30;

    /// <summary>The signal level that the ratio refers to. Default <see cref="SpeechReference.WholeUtterance"/>.</summary>
    public SpeechReference Reference { get; init; } = SpeechReference.WholeUtterance;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumDecibels), MinimumDecibels, -60, 120)
        .Range(nameof(MaximumDecibels), MaximumDecibels, -60, 120)
        .Require(!(MinimumDecibels > MaximumDecibels), nameof(MinimumDecibels), MinimumDecibels, $"at most {nameof(MaximumDecibels)}")
        .Defined(nameof(Reference), Reference);
}
