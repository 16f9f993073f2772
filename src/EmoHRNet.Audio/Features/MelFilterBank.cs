using System.Numerics;
using System.Runtime.CompilerServices;

namespace EmoHRNet.Audio.Features;

/// <summary>Triangular filters spaced evenly on the mel scale, as in torchaudio's <c>melscale_fbanks</c>.</summary>
/// <remarks>Only the bins inside a triangle are stored: neighboring triangles overlap by half, so a bin belongs to at most two filters.</remarks>
public sealed class MelFilterBank
{
    private readonly Filter[] _filters;

    /// <summary>Builds the filters.</summary>
    /// <param name="options">Rate, transform size, bands, frequency range, mel scale and filter normalization are used.</param>
    /// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
    public MelFilterBank(MelSpectrogramOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        BinCount = (options.FftSize / 2) + 1;
        double lowest = ToMel(options.MelScale, options.MinFrequency);
        double step = (ToMel(options.MelScale, options.UpperFrequency) - lowest) / (options.BandCount + 1);
        double binWidth = (double)options.SampleRate / options.FftSize;
        _filters = new Filter[options.BandCount];
        for (int band = 0; band < _filters.Length; band++)
        {
            double lower = ToHertz(options.MelScale, lowest + (band * step));
            double center = ToHertz(options.MelScale, lowest + ((band + 1) * step));
            double upper = ToHertz(options.MelScale, lowest + ((band + 2) * step));
            double height = options.FilterNorm == FilterNormalization.Slaney ? 2 / (upper - lower) : 1;
            _filters[band] = Triangle(lower, center, upper, height, binWidth);
        }
    }

    /// <summary>The number of bands.</summary>
    public int BandCount => _filters.Length;

    /// <summary>The number of bins of the spectra to filter.</summary>
    public int BinCount { get; }

    /// <summary>The weight of one bin in one band.</summary>
    public float this[int band, int bin]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)bin, (uint)BinCount, nameof(bin));
            (int first, float[] weights) = _filters[band];
            return bin >= first && bin - first < weights.Length ? weights[bin - first] : 0;
        }
    }

    /// <summary>The bins inside the triangle of one band: the first, and the one after the last.</summary>
    public (int First, int End) Bins(int band) => (_filters[band].FirstBin, _filters[band].FirstBin + _filters[band].Weights.Length);

    /// <summary>Converts hertz to mel.</summary>
    public static double ToMel(MelScale scale, double hertz) => scale switch
    {
        MelScale.Htk => 2595 * Math.Log10(1 + (hertz / 700)),
        _ when hertz < SlaneyBreak => hertz / SlaneyHertzPerMel,
        _ => (SlaneyBreak / SlaneyHertzPerMel) + (Math.Log(hertz / SlaneyBreak) / SlaneyLogStep),
    };

    /// <summary>Converts mel to hertz.</summary>
    public static double ToHertz(MelScale scale, double mel) => scale switch
    {
        MelScale.Htk => 700 * (Math.Pow(10, mel / 2595) - 1),
        _ when mel < SlaneyBreak / SlaneyHertzPerMel => mel * SlaneyHertzPerMel,
        _ => SlaneyBreak * Math.Exp(SlaneyLogStep * (mel - (SlaneyBreak / SlaneyHertzPerMel))),
    };

    /// <summary>The weighted sum of one band for several spectra, interleaved by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<float> Apply(int band, ReadOnlySpan<Vector<float>> spectra)
    {
        (int first, float[] weights) = _filters[band];
        ReadOnlySpan<Vector<float>> bins = spectra.Slice(first, weights.Length);
        Vector<float> sum = Vector<float>.Zero;
        for (int i = 0; i < bins.Length; i++)
        {
            sum += bins[i] * weights[i];
        }

        return sum;
    }

    /// <summary>The weighted sum of one band of one spectrum.</summary>
    internal double Apply(int band, ReadOnlySpan<float> spectrum)
    {
        (int first, float[] weights) = _filters[band];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += (double)spectrum[first + i] * weights[i];
        }

        return sum;
    }

    private const double SlaneyBreak = 1000;
    private const double SlaneyHertzPerMel = 200.0 / 3;
    private static readonly double SlaneyLogStep = Math.Log(6.4) / 27;

    private Filter Triangle(double lower, double center, double upper, double height, double binWidth)
    {
        int first = Math.Clamp((int)Math.Ceiling(lower / binWidth), 0, BinCount);
        int end = Math.Clamp((int)Math.Floor(upper / binWidth) + 1, first, BinCount);
        float[] weights = new float[end - first];
        for (int i = 0; i < weights.Length; i++)
        {
            double frequency = (first + i) * binWidth;
            double rising = (frequency - lower) / (center - lower);
            double falling = (upper - frequency) / (upper - center);
            weights[i] = (float)(height * Math.Max(0, Math.Min(rising, falling)));
        }

        return new Filter(first, weights);
    }

    private readonly record struct Filter(int FirstBin, float[] Weights);
}
