using System.Globalization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.ModelFiles;

/// <summary>Runs an extractor on a fixed signal, checks that its output matches its properties, and measures the output.</summary>
internal static class ExtractorProbe
{
    private const double Seconds = 1;
    private const int HarmonicCount = 12;
    private const int LowestRate = 1_000;
    private const int Hops = 10;

    /// <summary>The name of an extractor, under the invariant culture because it may contain numbers.</summary>
    /// <exception cref="ArgumentException">There is no name.</exception>
    public static string NameOf(IFeatureExtractor extractor)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            string name = extractor.Name;
            return string.IsNullOrWhiteSpace(name)
                ? throw new ArgumentException($"The extractor {extractor.GetType()} has no {nameof(IFeatureExtractor.Name)}; model files call it by that.", nameof(extractor))
                : name;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>The mean magnitude of each band of each channel.</summary>
    /// <exception cref="ArgumentException">The output contradicts the extractor's properties, or is not finite.</exception>
    public static float[] Measure(IFeatureExtractor extractor, string name)
    {
        Require(extractor.SampleRate is >= LowestRate and <= Audio.Waveform.MaximumSampleRate, name, $"its sample rate is {extractor.SampleRate} Hz");
        float[] signal = Signal(extractor.SampleRate);
        Spectrogram result = extractor.Extract(signal);
        (int, int, int) expected = (extractor.ChannelCount, extractor.BandCount, extractor.FrameCount(signal.Length));
        Require((result.ChannelCount, result.BandCount, result.FrameCount) == expected, name,
            $"it returns [{result.ChannelCount}, {result.BandCount}, {result.FrameCount}] for {signal.Length} samples, expected {expected}");
        Require(extractor.HopLength >= 1 && extractor.FrameCount(signal.Length + (Hops * extractor.HopLength)) == result.FrameCount + Hops, name,
            $"{Hops} hops of {extractor.HopLength} samples are not {Hops} frames");
        Require(result.Values.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) < 0, name, "it returns values that are not finite");
        return Magnitudes(result);
    }

    private static float[] Magnitudes(Spectrogram result)
    {
        float[] means = new float[result.ChannelCount * result.BandCount];
        for (int row = 0; row < means.Length && result.FrameCount > 0; row++)
        {
            double sum = 0;
            foreach (float value in result.Values.Slice(row * result.FrameCount, result.FrameCount))
            {
                sum += Math.Abs(value);
            }

            means[row] = (float)(sum / result.FrameCount);
        }

        return means;
    }

    // A voice that glides over an octave and fades in and out, with a little noise. It must never change: model files contain the output
    // for it.
    private static float[] Signal(int sampleRate)
    {
        RandomSource random = RandomSource.For(1, 1, 1);
        float[] signal = new float[(int)(Seconds * sampleRate)];
        double phase = 0;
        for (int i = 0; i < signal.Length; i++)
        {
            double time = (double)i / sampleRate;
            phase += 2 * Math.PI * 110 * Math.Pow(2, time / Seconds) / sampleRate;
            double voice = Enumerable.Range(1, HarmonicCount).Sum(harmonic => Math.Sin(harmonic * phase) / harmonic);
            double envelope = Math.Sin(Math.PI * time / Seconds);
            signal[i] = (float)((0.2 * envelope * voice) + (0.01 * (random.NextDouble() - 0.5)));
        }

        return signal;
    }

    private static void Require(bool holds, string name, string problem)
    {
        if (!holds)
        {
            throw new ArgumentException($"The extractor '{name}' violates the contract of {nameof(IFeatureExtractor)}: {problem}.");
        }
    }
}
