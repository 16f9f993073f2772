using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Options;
using NWaves.Operations;
using NWaves.Operations.Tsm;
using NWaves.Signals;

namespace EmoHRNet.Audio.NWaves;

/// <summary>Makes an utterance faster or slower by a random factor without changing its pitch, by NWaves' WSOLA.</summary>
/// <remarks>
/// <see cref="SpeedPerturbation"/> changes tempo and pitch together. Thread-safe. Source: W. Verhelst and M. Roelands, "An overlap-add
/// technique based on waveform similarity (WSOLA) for high quality time-scale modification of speech", ICASSP 1993.
/// </remarks>
public sealed class TimeStretch : IWaveformAugment
{
    private readonly TimeStretchOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">The options are not valid.</exception>
    public TimeStretch(TimeStretchOptions? options = null)
    {
        _options = options ?? new TimeStretchOptions();
        _options.Validate();
    }

    /// <summary>Stretches samples: their length is multiplied by a factor drawn uniformly from the range of the options.</summary>
    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        double factor = _options.MinimumFactor + (random.NextDouble() * (_options.MaximumFactor - _options.MinimumFactor));
        if (samples.IsEmpty || factor == 1)
        {
            return samples.ToArray();
        }

        // NWaves keeps the tail of its last window, and pads clips that are shorter than one.
        float[] stretched = Operation.TimeStretch(new DiscreteSignal(sampleRate, samples.ToArray()), factor, TsmAlgorithm.Wsola).Samples;
        Array.Resize(ref stretched, Math.Max(1, (int)Math.Round(samples.Length * factor)));
        return stretched;
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";
}
