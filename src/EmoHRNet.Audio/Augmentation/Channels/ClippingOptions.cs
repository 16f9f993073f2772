using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>How <see cref="Clipping"/> overdrives an utterance.</summary>
public sealed record ClippingOptions : ValidatedOptions
{
    /// <summary>The smallest overdrive in decibels, 0 to <see cref="MaximumDecibels"/>: the peak above full scale. Default 3.</summary>
    public double MinimumDecibels { get; init; } = 3;

    /// <summary>The largest overdrive in decibels, <see cref="MinimumDecibels"/> to 60. Default 18.</summary>
    public double MaximumDecibels { get; init; } = 18;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumDecibels), MinimumDecibels, 0, 60)
        .Range(nameof(MaximumDecibels), MaximumDecibels, 0, 60)
        .Require(!(MinimumDecibels > MaximumDecibels), nameof(MinimumDecibels), MinimumDecibels, $"at most {nameof(MaximumDecibels)}");
}
