using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>Shifts and scales the features of an utterance in place.</summary>
public static class SpectrogramNormalization
{
    /// <param name="values">The values of one channel, [band, frame].</param>
    /// <param name="bandCount">The number of bands.</param>
    /// <param name="normalization">The kind of normalization.</param>
    /// <param name="statistics">The corpus statistics, if they are used.</param>
    public static void Apply(Span<float> values, int bandCount, FeatureNormalization normalization, BandStatistics? statistics)
    {
        int frames = values.Length / bandCount;
        switch (normalization)
        {
            case FeatureNormalization.PerUtterance:
                Standardize(values);
                break;
            case FeatureNormalization.PerUtteranceBand:
                for (int band = 0; band < bandCount; band++)
                {
                    Standardize(values.Slice(band * frames, frames));
                }

                break;
            case FeatureNormalization.Corpus:
                for (int band = 0; band < bandCount; band++)
                {
                    Scale(values.Slice(band * frames, frames), statistics!.Mean[band], 1 / statistics.StandardDeviation[band]);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Normalizes values to zero mean and unit variance; equal values become zeros.</summary>
    public static void Standardize(Span<float> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        (float mean, float factor) = Measure(values);
        Scale(values, mean, factor);
    }

    /// <summary>The mean to subtract and the factor to multiply by for zero mean and unit variance.</summary>
    /// <param name="values">At least one value.</param>
    public static (float Mean, float Factor) Measure(ReadOnlySpan<float> values)
    {
        // Values are summed relative to the first one, so that equal values have a deviation of exactly zero.
        float first = values[0];
        float mean = first + (float)(Sum(values, first, squared: false) / values.Length);
        double deviation = Math.Sqrt(Sum(values, mean, squared: true) / values.Length);
        return (mean, (float)(1 / BandStatistics.SafeDeviation(mean, deviation)));
    }

    /// <summary>Subtracts a mean and multiplies by a factor, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<float> values, float mean, float factor)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> center = new(mean);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = (vectors[i] - center) * factor;
        }

        for (int i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
        {
            values[i] = (values[i] - mean) * factor;
        }
    }

    // Blocks are summed in single precision and joined in double: vectorized, and exact enough.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(ReadOnlySpan<float> values, float mean, bool squared)
    {
        const int Block = 512;
        double total = 0;
        while (!values.IsEmpty)
        {
            ReadOnlySpan<float> block = values[..Math.Min(Block, values.Length)];
            ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(block);
            Vector<float> sum = Vector<float>.Zero;
            Vector<float> center = new(mean);
            foreach (Vector<float> vector in vectors)
            {
                Vector<float> centered = vector - center;
                sum += squared ? centered * centered : centered;
            }

            total += Vector.Sum(sum);
            foreach (float value in block[(vectors.Length * Vector<float>.Count)..])
            {
                total += squared ? (value - mean) * (value - mean) : value - mean;
            }

            values = values[block.Length..];
        }

        return total;
    }
}
