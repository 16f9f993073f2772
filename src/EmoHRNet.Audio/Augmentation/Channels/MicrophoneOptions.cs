using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>The microphones that <see cref="Microphone"/> simulates.</summary>
public sealed record MicrophoneOptions : ValidatedOptions
{
    /// <summary>The lowest tilt in decibels per octave, -12 to <see cref="MaximumTilt"/>. Default -4: muffled, a boomy microphone.</summary>
    public double MinimumTilt { get; init; } = -4;

    /// <summary>The highest tilt in decibels per octave, <see cref="MinimumTilt"/> to 12. Default 4: thin, a small microphone far away.</summary>
    public double MaximumTilt { get; init; } = 4;

    /// <summary>The largest constant added, relative to the peak, 0 to 10; uniform from minus to plus this. Default 0.05.</summary>
    public double MaximumOffset { get; init; } = 0.05;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumTilt), MinimumTilt, -12, 12)
        .Range(nameof(MaximumTilt), MaximumTilt, -12, 12)
        .Require(!(MinimumTilt > MaximumTilt), nameof(MinimumTilt), MinimumTilt, $"at most {nameof(MaximumTilt)}")
        .Range(nameof(MaximumOffset), MaximumOffset, 0, 10);
}
