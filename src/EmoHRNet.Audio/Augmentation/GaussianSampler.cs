namespace EmoHRNet.Audio.Augmentation;

/// <summary>Draws from the standard normal distribution with the Box-Muller transform.</summary>
internal static class GaussianSampler
{
    public static double Next(Random random)
    {
        // 1 - u is in (0, 1]: the logarithm stays finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    public static void Fill(Span<float> values, Random random)
    {
        int i = 0;
        for (; i + 1 < values.Length; i += 2)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            values[i] = (float)(radius * cosine);
            values[i + 1] = (float)(radius * sine);
        }

        if (i < values.Length)
        {
            values[i] = (float)Next(random);
        }
    }
}
