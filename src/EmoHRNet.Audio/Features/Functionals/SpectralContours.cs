using EmoHRNet.Audio.Features.Articulation;

namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>Computes the values that eGeMAPS takes from the spectrum of a short frame. Immutable and thread-safe.</summary>
internal sealed class SpectralContours
{
    private const int Bands = 26;
    private const int Lifter = 22;
    private const double LowestMel = 20;
    private const double HighestMel = 8_000;
    private const double Floor = 1e-10; // -100 dB of the strongest bin
    private const double FullScale = 32_767; // HTK computes cepstra from 16-bit samples, with a floor of 1

    private readonly double _binWidth;
    private readonly MelFilterBank _mel;
    private readonly Loudness _loudness;
    private readonly double[][] _cosines;

    /// <param name="sampleRate">Samples per second, 16,000 at least.</param>
    /// <param name="fftSize">The size of the transform that the spectra come from.</param>
    public SpectralContours(int sampleRate, int fftSize)
    {
        _binWidth = (double)sampleRate / fftSize;
        _mel = new MelFilterBank(new MelSpectrogramOptions
        {
            SampleRate = sampleRate,
            FftSize = fftSize,
            WindowLength = fftSize,
            BandCount = Bands,
            MinFrequency = LowestMel,
            MaxFrequency = HighestMel,
        });
        (double lowest, double highest) = (MelFilterBank.ToMel(MelScale.Htk, LowestMel), MelFilterBank.ToMel(MelScale.Htk, HighestMel));
        double Center(int band) => MelFilterBank.ToHertz(MelScale.Htk, lowest + ((band + 1) * (highest - lowest) / (Bands + 1)));
        _loudness = new Loudness(Enumerable.Range(0, Bands).Select(Center));
        _cosines = [.. Enumerable.Range(1, 4).Select(k => Enumerable.Range(0, Bands).Select(band => Cosine(k, band)).ToArray())];
    }

    /// <summary>Measures one frame.</summary>
    /// <param name="power">The power spectrum of the frame.</param>
    /// <param name="before">The power spectrum of the previous frame.</param>
    /// <param name="contours">Receives the values.</param>
    /// <param name="frame">The index of the frame.</param>
    public void Measure(ReadOnlySpan<float> power, ReadOnlySpan<float> before, Contours contours, int frame)
    {
        (double low, double high) = (Sum(power, 0, 1_000), Sum(power, 1_000, 5_000));
        (double lowPeak, double highPeak) = (Peak(power, 0, 2_000), Peak(power, 2_000, 5_000));
        double floor = Math.Max(lowPeak, highPeak) * Floor;
        contours[Contour.AlphaRatio][frame] = Decibels(high, low, floor);
        contours[Contour.HammarbergIndex][frame] = Decibels(lowPeak, highPeak, floor);
        contours[Contour.LowSlope][frame] = Slope(power, 0, 500, floor);
        contours[Contour.HighSlope][frame] = Slope(power, 500, 1_500, floor);
        contours[Contour.Flux][frame] = Flux(power, before);

        Span<double> bands = stackalloc double[Bands];
        for (int band = 0; band < Bands; band++)
        {
            bands[band] = _mel.Apply(band, power);
        }

        contours[Contour.Loudness][frame] = _loudness.Of(bands);
        for (int k = 0; k < _cosines.Length; k++)
        {
            contours[Contour.Mfcc1 + k][frame] = Cepstrum(bands, _cosines[k]);
        }
    }

    private static double Cosine(int k, int band) =>
        Math.Sqrt(2.0 / Bands) * Math.Cos(Math.PI * k * (band + 0.5) / Bands) * (1 + (Lifter / 2.0 * Math.Sin(Math.PI * k / Lifter)));

    private static float Cepstrum(ReadOnlySpan<double> bands, double[] cosines)
    {
        double sum = 0;
        for (int band = 0; band < cosines.Length; band++)
        {
            sum += cosines[band] * Math.Log(Math.Max(1, bands[band] * FullScale * FullScale));
        }

        return (float)sum;
    }

    private ReadOnlySpan<float> Range(ReadOnlySpan<float> power, double from, double to)
    {
        int first = (int)Math.Ceiling(from / _binWidth);
        return power[first..Math.Min(power.Length, (int)Math.Ceiling(to / _binWidth))];
    }

    private double Sum(ReadOnlySpan<float> power, double from, double to)
    {
        double sum = 0;
        foreach (float value in Range(power, from, to))
        {
            sum += value;
        }

        return sum;
    }

    private double Peak(ReadOnlySpan<float> power, double from, double to)
    {
        float peak = 0;
        foreach (float value in Range(power, from, to))
        {
            peak = Math.Max(peak, value);
        }

        return peak;
    }

    private float Slope(ReadOnlySpan<float> power, double from, double to, double floor) =>
        floor > 0 ? (float)(SpectralSlope.Fit(Range(power, from, to + 1), floor) / _binWidth) : 0;

    private float Flux(ReadOnlySpan<float> power, ReadOnlySpan<float> before)
    {
        ReadOnlySpan<float> now = Range(power, 0, 5_000);
        ReadOnlySpan<float> then = Range(before, 0, 5_000);
        double sum = 0;
        for (int bin = 0; bin < now.Length; bin++)
        {
            double difference = Math.Sqrt(now[bin]) - Math.Sqrt(then[bin]);
            sum += difference * difference;
        }

        return (float)Math.Sqrt(sum / now.Length);
    }

    private static float Decibels(double power, double reference, double floor) =>
        floor > 0 ? (float)(10 * Math.Log10(Math.Max(power, floor) / Math.Max(reference, floor))) : 0;
}
