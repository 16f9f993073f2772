using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Rooms;

/// <summary>The rooms that <see cref="RoomReverberation"/> simulates.</summary>
public sealed record RoomOptions : ValidatedOptions
{
    /// <summary>The shortest reverberation time in seconds, 0.05 to <see cref="MaximumSeconds"/>. Default 0.2: a furnished bedroom.</summary>
    public double MinimumSeconds { get; init; } = 0.2;

    /// <summary>The longest reverberation time in seconds, <see cref="MinimumSeconds"/> to 5. Default 0.9: a bare classroom.</summary>
    public double MaximumSeconds { get; init; } = 0.9;

    /// <summary>The shortest distance of the talker in meters, 0.05 to <see cref="MaximumMeters"/>. Default 0.3.</summary>
    public double MinimumMeters { get; init; } = 0.3;

    /// <summary>The longest distance of the talker in meters, <see cref="MinimumMeters"/> to 50. Default 3.</summary>
    public double MaximumMeters { get; init; } = 3;

    /// <summary>The volume of the smallest room in cubic meters, 1 to <see cref="MaximumVolume"/>. Default 25.</summary>
    public double MinimumVolume { get; init; } = 25;

    /// <summary>The volume of the largest room in cubic meters, <see cref="MinimumVolume"/> to 100,000. Default 250.</summary>
    public double MaximumVolume { get; init; } = 250;

    /// <summary>The share of utterances that get a recorded room when recordings are given, 0 to 1. Default 0.3.</summary>
    public double RecordedShare { get; init; } = 0.3;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumSeconds), MinimumSeconds, 0.05, 5)
        .Range(nameof(MaximumSeconds), MaximumSeconds, 0.05, 5)
        .Require(!(MinimumSeconds > MaximumSeconds), nameof(MinimumSeconds), MinimumSeconds, $"at most {nameof(MaximumSeconds)}")
        .Range(nameof(MinimumMeters), MinimumMeters, 0.05, 50)
        .Range(nameof(MaximumMeters), MaximumMeters, 0.05, 50)
        .Require(!(MinimumMeters > MaximumMeters), nameof(MinimumMeters), MinimumMeters, $"at most {nameof(MaximumMeters)}")
        .Range(nameof(MinimumVolume), MinimumVolume, 1, 100_000)
        .Range(nameof(MaximumVolume), MaximumVolume, 1, 100_000)
        .Require(!(MinimumVolume > MaximumVolume), nameof(MinimumVolume), MinimumVolume, $"at most {nameof(MaximumVolume)}")
        .Range(nameof(RecordedShare), RecordedShare, 0, 1);
}
