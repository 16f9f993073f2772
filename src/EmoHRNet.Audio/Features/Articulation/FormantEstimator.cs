using System.Numerics;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Finds formants in power spectra. Immutable and thread-safe.</summary>
/// <remarks>
/// Selective linear prediction (Makhoul, 1975): the autocorrelation is the inverse transform of the spectrum from 0 to
/// the formant ceiling, as if the recording had been resampled to twice the ceiling. As in Praat, the spectrum is pre-emphasized
/// from 50 Hz by 6 dB per octave, there are two poles for every 1,100 Hz, and resonances within 50 Hz of either end do not count.
/// </remarks>
internal sealed class FormantEstimator
{
    /// <summary>The number of formants: F1 to F4.</summary>
    public const int Count = 4;

    private const double HertzPerFormant = 1_100;
    private const double EmphasisFrom = 50;
    private const double Margin = 50;

    private readonly double[][] _cosines;
    private readonly double _ceiling;

    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="fftSize">The size of the transform that the spectra come from.</param>
    /// <param name="ceiling">The formant ceiling, in hertz; half the sample rate where that is lower.</param>
    public FormantEstimator(int sampleRate, int fftSize, double ceiling)
    {
        int last = Math.Min(fftSize / 2, (int)(ceiling * fftSize / sampleRate));
        _ceiling = (double)last * sampleRate / fftSize;
        double emphasis = Math.Exp(-2 * Math.PI * EmphasisFrom / sampleRate);
        int order = 2 * Math.Max(1, (int)Math.Round(_ceiling / HertzPerFormant));
        _cosines = [.. Enumerable.Range(0, order + 1).Select(lag => Enumerable.Range(0, last + 1).Select(bin => Cosine(lag, bin)).ToArray())];

        double Cosine(int lag, int bin)
        {
            double gain = 1 + (emphasis * emphasis) - (2 * emphasis * Math.Cos(2 * Math.PI * bin / fftSize));
            double weight = bin == 0 || bin == last ? 0.5 : 1;
            return gain * weight * Math.Cos(Math.PI * lag * bin / last);
        }
    }

    /// <summary>Finds the formants of one frame.</summary>
    /// <param name="power">The power spectrum of the frame.</param>
    /// <param name="formants">Receives <see cref="Count"/> formants by ascending frequency; missing ones are empty.</param>
    public void Estimate(ReadOnlySpan<float> power, Span<Formant> formants)
    {
        formants.Clear();
        Span<double> autocorrelation = stackalloc double[_cosines.Length];
        Autocorrelate(power, autocorrelation);
        if (autocorrelation[0] <= 0)
        {
            return;
        }

        Span<double> polynomial = stackalloc double[_cosines.Length];
        Span<Complex> roots = stackalloc Complex[_cosines.Length - 1];
        LinearPrediction.Solve(autocorrelation, polynomial);
        PolynomialRoots.Find(polynomial, roots);
        Span<Formant> found = stackalloc Formant[roots.Length];
        int count = 0;
        foreach (Complex root in roots)
        {
            double frequency = root.Phase / Math.PI * _ceiling;
            if (frequency > Margin && frequency < _ceiling - Margin)
            {
                found[count++] = new Formant((float)frequency, (float)(-Math.Log(root.Magnitude) * 2 * _ceiling / Math.PI));
            }
        }

        found = found[..count];
        found.Sort((a, b) => a.Frequency.CompareTo(b.Frequency));
        found[..Math.Min(count, Count)].CopyTo(formants);
    }

    private void Autocorrelate(ReadOnlySpan<float> power, Span<double> autocorrelation)
    {
        for (int lag = 0; lag < autocorrelation.Length; lag++)
        {
            double sum = 0;
            double[] cosines = _cosines[lag];
            for (int bin = 0; bin < cosines.Length; bin++)
            {
                sum += cosines[bin] * power[bin];
            }

            autocorrelation[lag] = sum;
        }
    }
}
