using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Correlates parts of a signal.</summary>
internal static class Correlation
{
    /// <summary>The number of samples on either side that a value between samples depends on.</summary>
    public const int Taps = 16;

    /// <summary>The sum of products; both spans have the same length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a);
        ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            sums += left[i] * right[i];
        }

        float sum = Vector.Sum(sums);
        for (int i = left.Length * Vector<float>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The position and height of the maximum between samples, near a sampled one.</summary>
    /// <param name="values">Samples of a band-limited function.</param>
    /// <param name="index">The index of a sample that is no lower than its neighbors.</param>
    public static (double Index, double Value) Peak(ReadOnlySpan<float> values, int index)
    {
        // Golden-section search: the function has one maximum between the neighbors.
        const double Golden = 0.6180339887498949;
        (double low, double high) = (Math.Max(0, index - 1), Math.Min(values.Length - 1, index + 1));
        double left = high - (Golden * (high - low));
        double right = low + (Golden * (high - low));
        (double valueLeft, double valueRight) = (Interpolate(values, left), Interpolate(values, right));
        while (high - low > 1e-3)
        {
            if (valueLeft > valueRight)
            {
                (high, right, valueRight) = (right, left, valueLeft);
                left = high - (Golden * (high - low));
                valueLeft = Interpolate(values, left);
            }
            else
            {
                (low, left, valueLeft) = (left, right, valueRight);
                right = low + (Golden * (high - low));
                valueRight = Interpolate(values, right);
            }
        }

        double middle = (low + high) / 2;
        double value = Interpolate(values, middle);
        return value >= values[index] ? (middle, value) : (index, values[index]);
    }

    /// <summary>The value between samples, by a sinc under a raised cosine; the first and last sample continue beyond the ends.</summary>
    private static double Interpolate(ReadOnlySpan<float> values, double index)
    {
        int nearest = (int)Math.Floor(index);
        double fraction = index - nearest;
        if (fraction == 0)
        {
            return values[nearest];
        }

        double sine = Math.Sin(Math.PI * fraction) / Math.PI;
        (double sum, double weights) = (0, 0);
        for (int tap = 1 - Taps; tap <= Taps; tap++)
        {
            double distance = fraction - tap;
            double window = 0.5 + (0.5 * Math.Cos(Math.PI * distance / (Taps + 1)));
            double sinc = ((tap & 1) == 0 ? sine : -sine) / distance;
            sum += values[Math.Clamp(nearest + tap, 0, values.Length - 1)] * sinc * window;
            weights += sinc * window;
        }

        return sum / weights;
    }
}
