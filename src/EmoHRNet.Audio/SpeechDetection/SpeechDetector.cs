namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Tells whether there is speech in what was recorded, in any language and on any recorder, from rain, engines, animals, music and keys.</summary>
/// <remarks>
/// <para>It judges stretches of two seconds by how level, spectral envelope and pitch move (<c>docs/speech-detection.md</c> says how it was
/// fitted and what it gets right), never by how loud they are. It hears voices, not words: singing, laughter, crying and some animals may
/// pass for speech, whispers far away in noise may not.</para>
/// <para>One second of audio takes a fraction of a millisecond. Thread-safe.</para>
/// </remarks>
public static class SpeechDetector
{
    /// <summary>The probability below which a recording holds no speech, unless said otherwise.</summary>
    public const double DefaultThreshold = 0.4;

    /// <summary>The shortest recording that is judged, in seconds: about a syllable.</summary>
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
