using EmoHRNet.Audio.Options;

namespace EmoHRNet;

/// <summary>Tells speech from silence by the energy of short frames above the noise of the recording.</summary>
/// <remarks>
/// The noise is the least energy of the last <see cref="NoiseSeconds"/>, so only the past counts and live audio is judged like
/// recorded audio. It marks silence and steady noise; what else is no speech, the detector behind <see cref="ClassifierOptions.SpeechThreshold"/> tells. Levels are those of an ordinary recording: where
/// the loudest 0.4 s so far are quieter than <see cref="LoudestNoiseDecibels"/>, the recording is judged as if they were that loud, by at
/// most 40 dB, so that a quiet recording has its speech too.
/// </remarks>
public sealed record VoiceActivityOptions
{
    /// <summary>Frames quieter than this are silence, in decibels of full scale, -120 to 0. Default -55.</summary>
    public double SilenceDecibels { get; init; } = -55;

    /// <summary>Frames must be so much louder than the noise, in decibels, 0 to 60. Default 6.</summary>
    public double MarginDecibels { get; init; } = 6;

    /// <summary>Noise is never taken to be louder than this, in decibels of full scale, -120 to 0; speech without pauses stays speech. Default -35.</summary>
    public double LoudestNoiseDecibels { get; init; } = -35;

    /// <summary>The seconds whose least energy is the noise, 0.5 to 600. Default 10.</summary>
    public double NoiseSeconds { get; init; } = 10;

    /// <summary>The share of a stretch that must be speech for the stretch to count as speech, 0 to 1. Default 0.2.</summary>
    public double SpeechShare { get; init; } = 0.2;

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(SilenceDecibels), SilenceDecibels, -120, 0)
        .Range(nameof(MarginDecibels), MarginDecibels, 0, 60)
        .Range(nameof(LoudestNoiseDecibels), LoudestNoiseDecibels, -120, 0)
        .Range(nameof(NoiseSeconds), NoiseSeconds, 0.5, 600)
        .Range(nameof(SpeechShare), SpeechShare, 0, 1);
}
