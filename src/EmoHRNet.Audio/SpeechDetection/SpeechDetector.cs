namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Detects speech in any language, and distinguishes it from rain, engines, animals, music and typing.</summary>
/// <remarks>
/// <para>It classifies stretches of two seconds by the movement of level, spectral envelope and pitch, independently of loudness
/// (<c>docs/speech-detection.md</c> describes training and accuracy). It detects voices, not words: singing, laughter, crying and some
/// animals may be taken for speech, and distant whispers in noise may be missed.</para>
/// <para>One second of audio takes a fraction of a millisecond. Thread-safe.</para>
/// </remarks>
public static class SpeechDetector
{
    /// <summary>The default threshold: recordings with a lower probability contain no speech.</summary>
    public const double DefaultThreshold = 0.4;

    /// <summary>The shortest recording that is classified, in seconds: about a syllable.</summary>
    public const double ShortestSeconds = 0.25;

    /// <summary>The probability that there is speech in a clip, 0 to 1; null for less than <see cref="ShortestSeconds"/>.</summary>
    /// <param name="samples">The samples of one channel, all finite.</param>
    /// <param name="sampleRate">Their rate in hertz, 1,000 to 768,000.</param>
    public static float? Probability(ReadOnlySpan<float> samples, int sampleRate)
    {
        SpeechStream stream = new(sampleRate);
        stream.Append(samples);
        stream.Complete();
        return stream.Probability(0, stream.Seconds);
    }
}
