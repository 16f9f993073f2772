namespace EmoHRNet.Audio.Augmentation;

/// <summary>Draws from the symmetric beta distribution B(α, α) as the ratio of two gamma variates.</summary>
/// <remarks>
/// Gamma variates after G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", 2000, kept as logarithms:
/// for small α they underflow, and their ratio would be 0/0.
/// </remarks>
internal static class BetaSampler
{
    public static double Next(Random random, double alpha)
    {
        double first = LogGamma(random, alpha);
        double second = LogGamma(random, alpha);
        return 1 / (1 + Math.Exp(second - first));
    }

    /// <summary>The logarithm of a gamma variate; shapes below 1 are derived from shape + 1.</summary>
    private static double LogGamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return LogGamma(random, shape + 1) + (Math.Log(1 - random.NextDouble()) / shape);
        }

        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = GaussianSampler.Next(random);
            double cubeRoot = 1 + (c * x);
            if (cubeRoot <= 0)
            {
                continue;
            }

            double v = cubeRoot * cubeRoot * cubeRoot;
            if (Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return Math.Log(d * v);
            }
        }
    }
}
