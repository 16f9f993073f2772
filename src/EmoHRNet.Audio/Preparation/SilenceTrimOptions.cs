using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Preparation;

/// <summary>How silence is trimmed at both ends of a clip.</summary>
public sealed record SilenceTrimOptions : ValidatedOptions
{
    /// <summary>The length of the frames whose loudness is compared, in seconds; the last one may be shorter.</summary>
    public const double FrameSeconds = 0.025;

    /// <summary>The time from the start of one frame to the start of the next, in seconds.</summary>
    public const double HopSeconds = 0.010;

    /// <summary>Frames this far below the loudest frame are silent, in decibels, -120 to -1. Default: -40.</summary>
    public double ThresholdDecibels { get; init; } = -40;

    /// <summary>The duration of silence kept at both ends, in seconds, 0 to 10. Default: 0.05.</summary>
    public double MarginSeconds { get; init; } = 0.05;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(ThresholdDecibels), ThresholdDecibels, -120, -1)
        .Range(nameof(MarginSeconds), MarginSeconds, 0, 10);
}
