using EmoHRNet.Audio.Options;

namespace EmoHRNet;

/// <summary>Tells speech from silence by the energy of short frames above the noise of the recording.</summary>
/// <remarks>
/// The noise is the minimum energy of the last <see cref="NoiseSeconds"/>, so only the past counts and live audio is treated like recorded
/// audio. This finds silence and steady noise; other sounds are rejected by the speech detector
/// (<see cref="ClassifierOptions.SpeechThreshold"/>). Levels refer to an ordinary recording: if the loudest 0.4 s so far are quieter than
/// <see cref="LoudestNoiseDecibels"/>, the recording is treated as if they were that loud, with at most 40 dB of gain, so that speech is
/// also found in quiet recordings.
/// </remarks>
public sealed record VoiceActivityOptions
{
    /// <summary>Frames quieter than this are silence, in decibels of full scale, -120 to 0. Default -55.</summary>
    public double SilenceDecibels { get; init; } = -55;

    /// <summary>How much louder than the noise speech must be, in decibels, 0 to 60. Default 6.</summary>
    public double MarginDecibels { get; init; } = 6;

    /// <summary>
    /// The upper limit of the noise estimate, in decibels of full scale, -120 to 0; it keeps speech without pauses. Default -35.
    /// </summary>
    public double LoudestNoiseDecibels { get; init; } = -35;

    /// <summary>The seconds over which the minimum energy is the noise, 0.5 to 600. Default 10.</summary>
    public double NoiseSeconds { get; init; } = 10;

    /// <summary>The share of frames that must be speech for a range to count as speech, 0 to 1. Default 0.2.</summary>
    public double SpeechShare { get; init; } = 0.2;

    /// <summary>Adds a problem for every value that is out of range.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(SilenceDecibels), SilenceDecibels, -120, 0)
        .Range(nameof(MarginDecibels), MarginDecibels, 0, 60)
        .Range(nameof(LoudestNoiseDecibels), LoudestNoiseDecibels, -120, 0)
        .Range(nameof(NoiseSeconds), NoiseSeconds, 0.5, 600)
        .Range(nameof(SpeechShare), SpeechShare, 0, 1);
}
