using System.Numerics;

namespace EmoHRNet.Audio.Statistics;

/// <summary>Quantiles and standard deviations of numbers.</summary>
public static class Distribution
{
    /// <summary>A quantile, interpolated linearly between neighbors.</summary>
    /// <param name="sorted">Numbers in ascending order; at least one.</param>
    /// <param name="fraction">0 for the smallest number to 1 for the largest.</param>
    /// <exception cref="ArgumentException">There are no numbers.</exception>
    public static double Quantile<T>(ReadOnlySpan<T> sorted, double fraction)
        where T : INumber<T>
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("There are no numbers; expected at least one.", nameof(sorted));
        }

        double position = fraction * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        (double lower, double upper) = (double.CreateChecked(sorted[below]), double.CreateChecked(sorted[above]));
        return lower + ((position - below) * (upper - lower));
    }

    /// <summary>The population standard deviation (divided by the count); 0 for no numbers.</summary>
    /// <param name="values">The numbers.</param>
    public static double Deviation(IReadOnlyCollection<double> values) => values.Count == 0 ? 0 : Math.Sqrt(SquaredDistances(values) / values.Count);

    /// <summary>The sample standard deviation (divided by the count minus one); NaN for fewer than two numbers.</summary>
    /// <param name="values">The numbers.</param>
    public static double SampleDeviation(IReadOnlyCollection<double> values) =>
        values.Count < 2 ? double.NaN : Math.Sqrt(SquaredDistances(values) / (values.Count - 1));

    private static double SquaredDistances(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
