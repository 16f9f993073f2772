namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Moments, quantiles and correlation of short curves.</summary>
internal static class Statistics
{
    /// <summary>A quantile of sorted values; 0 for no values.</summary>
    public static float Quantile(float[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];

    /// <summary>Mean and standard deviation; 0 for no values.</summary>
    public static (double Mean, double Deviation) Moments(ReadOnlySpan<float> values)
    {
        double sum = 0, square = 0;
        foreach (float value in values)
        {
            (sum, square) = (sum + value, square + ((double)value * value));
        }

        int count = Math.Max(1, values.Length);
        return (sum / count, Math.Sqrt(Math.Max(0, (square / count) - (sum / count * (sum / count)))));
    }

    /// <summary>The correlation of two curves of equal length, -1 to 1; near 0 where one is almost constant.</summary>
    public static float Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        (double meanA, double deviationA) = Moments(a);
        (double meanB, double deviationB) = Moments(b);
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }

        return (float)(sum / a.Length / ((deviationA * deviationB) + 1e-3));
    }
}
