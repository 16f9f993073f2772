using System.Globalization;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Plays an utterance faster or slower by a factor drawn from a list; tempo and pitch change together, as in Kaldi and <c>sox speed</c>.</summary>
/// <remarks>
/// A factor above 1 is faster and higher: n samples become n / factor. Source: T. Ko et al., "Audio augmentation for speech
/// recognition", Interspeech 2015.
/// </remarks>
public sealed class SpeedPerturbation : IWaveformAugment
{
    // Resampling from factor · 1000 to 1000 hertz is the same for every sample rate, so the filters are designed once.
    private const int Thousandths = 1000;

    private readonly Resampler[] _resamplers;
    private readonly string _description;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public SpeedPerturbation(SpeedPerturbationOptions? options = null)
    {
        options ??= new SpeedPerturbationOptions();
        options.Validate();
        _description = $"factors {string.Join(' ', options.Factors.Select(f => f.ToString(CultureInfo.InvariantCulture)))}, {options.Quality}";
        _resamplers = [.. options.Factors.Select(f => new Resampler((int)Math.Round(f * Thousandths), Thousandths, options.Quality))];
    }

    /// <summary>Creates the augmentation with these factors.</summary>
    /// <exception cref="Options.InvalidOptionsException">A factor is out of range.</exception>
    public SpeedPerturbation(params IReadOnlyList<double> factors)
        : this(new SpeedPerturbationOptions { Factors = factors })
    {
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return _resamplers[random.Next(_resamplers.Length)].Resample(samples);
    }

    /// <summary>The settings.</summary>
    public override string ToString() => _description;
}
