using EmoHRNet.Audio.Features;

namespace EmoHRNet.Plotting.Tests;

internal static class Clips
{
    public static readonly MelSpectrogramOptions Decibels = new()
    {
        Log = LogScale.Decibel,
        Normalization = FeatureNormalization.None,
    };

    /// <summary>A sine whose frequency rises linearly.</summary>
    public static Spectrogram Chirp(MelSpectrogramOptions features, double seconds, double from, double to)
    {
        var samples = new float[(int)(seconds * features.SampleRate)];
        for (int i = 0; i < samples.Length; i++)
        {
            double t = (double)i / features.SampleRate;
            samples[i] = (float)Math.Sin(2 * Math.PI * ((from * t) + ((to - from) * t * t / (2 * seconds))));
        }

        return new MelSpectrogramExtractor(features).Extract(samples);
    }
}
