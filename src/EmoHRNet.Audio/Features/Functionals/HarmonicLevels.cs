namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>The levels of the harmonics of a voice, relative to the first.</summary>
/// <param name="binWidth">The distance between two bins in hertz.</param>
internal sealed class HarmonicLevels(double binWidth)
{
    private const double Near = 0.2; // a harmonic belongs to a formant within a fifth of its frequency

    /// <summary>The level of the second harmonic in decibels relative to the first; NaN where one of them is missing.</summary>
    public float Second(ReadOnlySpan<float> power, double pitch) => Decibels(Peak(power, 2 * pitch, pitch), Peak(power, pitch, pitch));

    /// <summary>
    /// The level of the strongest harmonic near a formant in decibels relative to the first harmonic; NaN where there is none.
    /// </summary>
    public float AtFormant(ReadOnlySpan<float> power, double pitch, double formant)
    {
        double strongest = 0;
        for (int harmonic = (int)Math.Ceiling((1 - Near) * formant / pitch); harmonic * pitch <= (1 + Near) * formant; harmonic++)
        {
            strongest = harmonic > 0 ? Math.Max(strongest, Peak(power, harmonic * pitch, pitch)) : strongest;
        }

        return Decibels(strongest, Peak(power, pitch, pitch));
    }

    /// <summary>The highest power within a quarter of the pitch; 0 beyond the spectrum.</summary>
    private double Peak(ReadOnlySpan<float> power, double frequency, double pitch)
    {
        int first = Math.Max(1, (int)Math.Round((frequency - (pitch / 4)) / binWidth));
        int last = Math.Min(power.Length - 2, (int)Math.Round((frequency + (pitch / 4)) / binWidth));
        int best = first;
        for (int bin = first; bin <= last; bin++)
        {
            best = power[bin] > power[best] ? bin : best;
        }

        return first > last ? 0 : Vertex(power[best - 1], power[best], power[best + 1]);
    }

    // The logarithm of the spectrum of a tone under a Gaussian window is a parabola.
    private static double Vertex(double left, double middle, double right)
    {
        if (left <= 0 || right <= 0 || middle < left || middle < right)
        {
            return middle;
        }

        (double fall, double rise) = (Math.Log(middle / left), Math.Log(middle / right));
        return fall + rise > 0 ? middle * Math.Exp((fall - rise) * (fall - rise) / (8 * (fall + rise))) : middle;
    }

    private static float Decibels(double power, double reference) =>
        power > 0 && reference > 0 ? (float)(10 * Math.Log10(power / reference)) : float.NaN;
}
