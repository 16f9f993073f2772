using EmoHRNet.Audio.Statistics;

namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>Statistics of a contour's values; frames with NaN are ignored. Without any values, all statistics are 0.</summary>
internal static class ContourStatistics
{
    /// <summary>The arithmetic mean.</summary>
    public static double Mean(ReadOnlySpan<float> contour)
    {
        (double sum, int count) = (0, 0);
        foreach (float value in contour)
        {
            (sum, count) = float.IsNaN(value) ? (sum, count) : (sum + value, count + 1);
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>The population standard deviation divided by the absolute mean, or by 1 where the mean is 0.</summary>
    public static double NormalizedDeviation(ReadOnlySpan<float> contour)
    {
        double mean = Mean(contour);
        return Deviation(contour, mean) / (mean == 0 ? 1 : Math.Abs(mean));
    }

    /// <summary>The population standard deviation.</summary>
    public static double Deviation(ReadOnlySpan<float> contour) => Deviation(contour, Mean(contour));

    /// <summary>The values in ascending order, without NaN.</summary>
    public static float[] Sort(ReadOnlySpan<float> contour)
    {
        float[] numbers = new float[contour.Length];
        int count = 0;
        foreach (float value in contour)
        {
            if (!float.IsNaN(value))
            {
                numbers[count++] = value;
            }
        }

        Array.Resize(ref numbers, count);
        Array.Sort(numbers);
        return numbers;
    }

    /// <summary>A quantile, interpolated linearly between neighbors.</summary>
    /// <param name="sorted">Values in ascending order.</param>
    /// <param name="fraction">0 to 1.</param>
    public static double Quantile(float[] sorted, double fraction) => sorted.Length == 0 ? 0 : Distribution.Quantile<float>(sorted, fraction);

    private static double Deviation(ReadOnlySpan<float> contour, double mean)
    {
        (double sum, int count) = (0, 0);
        foreach (float value in contour)
        {
            (sum, count) = float.IsNaN(value) ? (sum, count) : (sum + ((value - mean) * (value - mean)), count + 1);
        }

        return count == 0 ? 0 : Math.Sqrt(sum / count);
    }
}
