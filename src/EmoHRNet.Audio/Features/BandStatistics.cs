namespace EmoHRNet.Audio.Features;

/// <summary>The mean and standard deviation of every band over a training corpus. Compared by value.</summary>
/// <param name="Mean">One mean per band.</param>
/// <param name="StandardDeviation">One standard deviation per band, above 0.</param>
public sealed record BandStatistics(IReadOnlyList<float> Mean, IReadOnlyList<float> StandardDeviation)
{
    /// <summary>Measures the first channel of the spectrograms of a training set; all frames have the same weight.</summary>
    /// <param name="spectrograms">Spectrograms with the same number of bands and at least one frame in total; enumerated once.</param>
    /// <exception cref="ArgumentException">There are no frames, or the numbers of bands differ.</exception>
    public static BandStatistics Measure(IEnumerable<Spectrogram> spectrograms)
    {
        ArgumentNullException.ThrowIfNull(spectrograms);
        double[] means = [];
        double[] squares = [];
        long frames = 0;
        foreach (Spectrogram spectrogram in spectrograms)
        {
            if (frames == 0)
            {
                (means, squares) = (new double[spectrogram.BandCount], new double[spectrogram.BandCount]);
            }
            else if (spectrogram.BandCount != means.Length)
            {
                throw new ArgumentException($"Found {spectrogram.BandCount} bands; expected {means.Length}, as in the spectrograms before.", nameof(spectrograms));
            }

            Accumulate(spectrogram, means, squares, frames);
            frames += spectrogram.FrameCount;
        }

        if (frames == 0)
        {
            throw new ArgumentException("Expected at least one frame.", nameof(spectrograms));
        }

        return new BandStatistics(
            [.. means.Select(m => (float)m)],
            [.. squares.Zip(means, (s, m) => (float)SafeDeviation(m, Math.Sqrt(s / frames)))]);
    }

    /// <inheritdoc/>
    public bool Equals(BandStatistics? other) =>
        other is not null && Mean.SequenceEqual(other.Mean) && StandardDeviation.SequenceEqual(other.StandardDeviation);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Mean.Count, Mean.Count > 0 ? Mean[0] : 0, StandardDeviation.Count);

    /// <summary>A deviation to divide by: one that is only rounding error, as in silence, becomes 1.</summary>
    internal static double SafeDeviation(double mean, double deviation) =>
        deviation > 1e-6 * Math.Abs(mean) && deviation > float.Epsilon ? deviation : 1;

    // Welford's update: a plain sum of squares loses the variance of long corpora to cancellation.
    private static void Accumulate(Spectrogram spectrogram, double[] means, double[] squares, long frames)
    {
        for (int band = 0; band < means.Length; band++)
        {
            long count = frames;
            foreach (float value in spectrogram.Band(0, band))
            {
                double difference = value - means[band];
                means[band] += difference / ++count;
                squares[band] += difference * (value - means[band]);
            }
        }
    }
}
