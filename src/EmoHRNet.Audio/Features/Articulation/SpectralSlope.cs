namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>The least-squares line through the level of a spectrum.</summary>
internal static class SpectralSlope
{
    /// <summary>The slope in decibels per bin; 0 for fewer than two bins.</summary>
    /// <param name="power">The power of consecutive bins.</param>
    /// <param name="floor">The floor of the bins' power; above 0.</param>
    public static double Fit(ReadOnlySpan<float> power, double floor)
    {
        double center = (power.Length - 1) / 2.0;
        (double products, double squares) = (0, 0);
        for (int bin = 0; bin < power.Length; bin++)
        {
            products += (bin - center) * 10 * Math.Log10(Math.Max(power[bin], floor));
            squares += (bin - center) * (bin - center);
        }

        return squares > 0 ? products / squares : 0;
    }
}
