using System.Collections.Concurrent;

namespace EmoHRNet.Audio.Preparation;

/// <summary>Applies <see cref="PreparationOptions"/>: from a decoded clip to the mono samples that features are extracted from.</summary>
/// <remarks>Thread-safe. Resampling filters are cached by source rate, because clips share a handful of rates.</remarks>
public sealed class AudioPreparation
{
    private const int MaximumResamplerCount = 16;

    private readonly ConcurrentDictionary<int, Resampler> _resamplers = new();

    /// <summary>Creates the preparation.</summary>
    /// <exception cref="Audio.Options.InvalidOptionsException">An option is out of range.</exception>
    public AudioPreparation(PreparationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
    }

    /// <summary>The options.</summary>
    public PreparationOptions Options { get; }

    /// <summary>Prepares a decoded clip.</summary>
    /// <returns>Mono samples at <see cref="PreparationOptions.SampleRate"/> in a new array; empty for an empty clip.</returns>
    /// <exception cref="ArgumentException">A sample is not a finite number.</exception>
    public float[] Prepare(Waveform waveform)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return PrepareOwned(ChannelMixing.Mix(waveform, Options.Mix), waveform.SampleRate, nameof(waveform));
    }

    /// <summary>Prepares mono samples.</summary>
    /// <param name="mono">Samples in [-1, 1].</param>
    /// <param name="sampleRate">Their sample rate in hertz.</param>
    /// <inheritdoc cref="Prepare(Waveform)" path="/*[not(self::param)]"/>
    public float[] Prepare(ReadOnlySpan<float> mono, int sampleRate) => PrepareOwned(mono.ToArray(), sampleRate, nameof(mono));

    /// <summary>Normalizes the level of prepared samples again, after something was added to them.</summary>
    /// <param name="prepared">Samples that <see cref="Prepare(Waveform)"/> returned, and that were changed afterwards.</param>
    /// <returns>The normalized samples in a new array, or the same array without gain normalization.</returns>
    public float[] RestoreLevel(float[] prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return Options.Gain == GainNormalization.None ? prepared : Gain.Apply(prepared, LevelFactor(prepared));
    }

    private float[] PrepareOwned(float[] samples, int sampleRate, string parameterName)
    {
        SampleGuard.ThrowIfNotFinite(samples, parameterName);
        if (Options.HighPassHertz > 0)
        {
            // Before resampling, which would turn the steps at both ends of an offset into clicks.
            samples = HighPassFilter.Apply(samples, sampleRate, Options.HighPassHertz);
        }

        if (sampleRate != Options.SampleRate)
        {
            samples = ResamplerFrom(sampleRate).Resample(samples);
        }

        if (Options.Trim is { } trim)
        {
            samples = samples[SilenceTrimming.FindSound(samples, Options.SampleRate, trim)];
        }

        if (Options.Gain != GainNormalization.None)
        {
            Gain.ApplyInPlace(samples, LevelFactor(samples));
        }

        if (Options.PreEmphasis > 0)
        {
            PreEmphasis.ApplyInPlace(samples, (float)Options.PreEmphasis);
        }

        return samples;
    }

    private float LevelFactor(ReadOnlySpan<float> samples) =>
        Gain.Factor(Gain.Level(samples, Options.SampleRate, Options.Gain), Options.GainTargetDecibels);

    private Resampler ResamplerFrom(int sampleRate)
    {
        if (_resamplers.Count >= MaximumResamplerCount && !_resamplers.ContainsKey(sampleRate))
        {
            _resamplers.Clear();
        }

        return _resamplers.GetOrAdd(sampleRate, rate => new Resampler(rate, Options.SampleRate, Options.Quality));
    }
}
