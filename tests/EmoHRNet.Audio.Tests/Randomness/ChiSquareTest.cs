using MathNet.Numerics.Distributions;

namespace EmoHRNet.Audio.Tests.Randomness;

/// <summary>Pearson's chi-squared test. Seeds are fixed, so a test that passes once always passes.</summary>
internal static class ChiSquareTest
{
    public const double SmallestLikelyProbability = 1e-3;

    /// <summary>The probability of counts at least this far from the expected ones.</summary>
    public static double Probability(IReadOnlyList<int> counts, Func<int, double> probability)
    {
        double total = counts.Sum();
        double statistic = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            double expected = total * probability(i);
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }

        return 1 - ChiSquared.CDF(counts.Count - 1, statistic);
    }

    public static void AssertUniform(IReadOnlyList<int> counts) => AssertFollows(counts, _ => 1.0 / counts.Count);

    public static void AssertFollows(IReadOnlyList<int> counts, Func<int, double> probability) =>
        Assert.InRange(Probability(counts, probability), SmallestLikelyProbability, 1);
}
