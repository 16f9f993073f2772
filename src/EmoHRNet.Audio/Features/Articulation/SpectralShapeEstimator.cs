namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Measures <see cref="SpectralShape"/>. Immutable and thread-safe.</summary>
/// <param name="sampleRate">Samples per second.</param>
/// <param name="fftSize">The size of the transform that the spectra come from.</param>
internal sealed class SpectralShapeEstimator(int sampleRate, int fftSize)
{
    private const double RollOffFraction = 0.85;
    private const double SlopeRange = 5_000;
    private const double Floor = 1e-10; // -100 dB of the strongest bin, so that empty bins have a logarithm

    private readonly double _binWidth = (double)sampleRate / fftSize;

    /// <param name="power">The power spectrum of the frame.</param>
    /// <param name="before">The power spectrum of the previous frame.</param>
    public SpectralShape Measure(ReadOnlySpan<float> power, ReadOnlySpan<float> before)
    {
        (double total, double moment, float peak) = (0, 0, 0);
        for (int bin = 0; bin < power.Length; bin++)
        {
            total += power[bin];
            moment += (double)bin * power[bin];
            peak = Math.Max(peak, power[bin]);
        }

        return total <= 0
            ? default
            : new SpectralShape(
                (float)(moment / total * _binWidth),
                (float)(RollOffBin(power, total) * _binWidth),
                (float)Slope(power, peak),
                (float)Flatness(power, peak),
                (float)Flux(power, total, before));
    }

    private static int RollOffBin(ReadOnlySpan<float> power, double total)
    {
        double sum = 0;
        int bin = -1;
        do
        {
            sum += power[++bin];
        }
        while (sum < RollOffFraction * total && bin < power.Length - 1);

        return bin;
    }

    private double Slope(ReadOnlySpan<float> power, float peak)
    {
        int count = Math.Min(power.Length, (int)(SlopeRange / _binWidth) + 1);
        return SpectralSlope.Fit(power[..count], peak * Floor) / _binWidth * 1_000;
    }

    private static double Flatness(ReadOnlySpan<float> power, float peak)
    {
        (double logarithms, double sum) = (0, 0);
        for (int bin = 0; bin < power.Length; bin++)
        {
            double value = Math.Max(power[bin], peak * Floor);
            logarithms += Math.Log(value);
            sum += value;
        }

        return Math.Exp(logarithms / power.Length) / (sum / power.Length);
    }

    private static double Flux(ReadOnlySpan<float> power, double total, ReadOnlySpan<float> before)
    {
        (double product, double totalBefore) = (0, 0);
        for (int bin = 0; bin < power.Length; bin++)
        {
            product += Math.Sqrt((double)power[bin] * before[bin]);
            totalBefore += before[bin];
        }

        return totalBefore <= 0 ? 0 : Math.Sqrt(Math.Max(0, 2 - (2 * product / Math.Sqrt(total * totalBefore))));
    }
}
