namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>The signal in the files in Recordings, as a formula.</summary>
internal static class SweepSignal
{
    /// <summary>The samples of a channel, rounded to 16 bits.</summary>
    public static float[] Samples(int channel, int sampleRate, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (float)(Math.Round(32768 * Value(channel, (double)i / sampleRate)) / 32768))];

    /// <summary>The correlation of decoded samples with the formula: 1 where they are equal up to a factor.</summary>
    public static double Correlation(ReadOnlySpan<float> decoded, int channel, int sampleRate) =>
        Correlation(decoded, Samples(channel, sampleRate, decoded.Length));

    public static double Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        (double ab, double aa, double bb) = (0, 0, 0);
        for (int i = 0; i < a.Length; i++)
        {
            (ab, aa, bb) = (ab + (a[i] * b[i]), aa + (a[i] * a[i]), bb + (b[i] * b[i]));
        }

        return ab / Math.Sqrt(aa * bb);
    }

    private static double Value(int channel, double t) => channel == 0
        ? (0.5 * Math.Sin(2 * Math.PI * ((300 * t) + (500 * t * t)))) + (0.2 * Math.Sin(2 * Math.PI * 1100 * t))
        : 0.4 * Math.Sin(2 * Math.PI * ((700 * t) - (300 * t * t)));
}
