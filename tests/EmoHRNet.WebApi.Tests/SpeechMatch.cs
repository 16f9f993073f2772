using EmoHRNet.Audio;

namespace EmoHRNet.WebApi.Tests;

/// <summary>Checks whether a recording contains the played audio, regardless of when the recording began.</summary>
internal static class SpeechMatch
{
    private const int SampleRate = 2_000;
    private const double StretchSeconds = 1.5;

    /// <summary>The maximum normalized correlation of the loudest part of the played audio with any part of the recording, 0 to 1.</summary>
    public static double Correlate(Waveform played, Waveform recorded)
    {
        int length = (int)(StretchSeconds * SampleRate);
        double[] reference = Coarse(played);
        double[] heard = Coarse(recorded);
        int loudest = Enumerable.Range(0, reference.Length - length).MaxBy(start => start % 20 == 0 ? Energy(reference.AsSpan(start, length)) : -1);
        return Enumerable.Range(0, heard.Length - length).Max(start => Correlate(reference.AsSpan(loudest, length), heard.AsSpan(start, length)));
    }

    private static double Correlate(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double product = 0;
        for (int i = 0; i < a.Length; i++)
        {
            product += a[i] * b[i];
        }

        return Math.Abs(product) / Math.Sqrt((Energy(a) * Energy(b)) + 1e-12);
    }

    private static double Energy(ReadOnlySpan<double> samples)
    {
        double sum = 0;
        foreach (double sample in samples)
        {
            sum += sample * sample;
        }

        return sum;
    }

    // Averages over half a millisecond, to ignore small differences of clocks and resamplers.
    private static double[] Coarse(Waveform waveform)
    {
        double[] coarse = new double[(int)(waveform.Duration.TotalSeconds * SampleRate)];
        for (int i = 0; i < coarse.Length; i++)
        {
            int start = (int)((long)i * waveform.SampleRate / SampleRate);
            int end = (int)((i + 1L) * waveform.SampleRate / SampleRate);
            foreach (float sample in waveform.Channel(0)[start..end])
            {
                coarse[i] += sample / (end - start);
            }
        }

        return coarse;
    }
}
