namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>Computes the slope of features over time by linear regression, as in HTK and torchaudio's <c>compute_deltas</c>.</summary>
internal static class DeltaFilter
{
    /// <summary>d(t) = Σ n (c(t + n) − c(t − n)) / (2 Σ n²), n = 1 … radius; the first and last value continue beyond the ends.</summary>
    /// <param name="values">One row of features over time.</param>
    /// <param name="radius">The number of frames on either side, at least 1.</param>
    /// <param name="slopes">Receives as many slopes as there are values.</param>
    public static void Apply(ReadOnlySpan<float> values, int radius, Span<float> slopes)
    {
        float scale = 3f / (radius * (radius + 1) * ((2 * radius) + 1));
        int last = values.Length - 1;
        for (int t = 0; t < values.Length; t++)
        {
            float sum = 0;
            for (int n = 1; n <= radius; n++)
            {
                sum += n * (values[Math.Min(t + n, last)] - values[Math.Max(t - n, 0)]);
            }

            slopes[t] = sum * scale;
        }
    }
}
