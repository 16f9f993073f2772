using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Clips an utterance below its peak, as an overdriven microphone or converter does.</summary>
/// <remarks>The overdrive is uniform in decibels. Samples below the clipping level are not changed.</remarks>
public sealed class Clipping : IWaveformAugment
{
    private readonly ClippingOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public Clipping(ClippingOptions? options = null)
    {
        _options = options ?? new ClippingOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double decibels = _options.MinimumDecibels + (random.NextDouble() * (_options.MaximumDecibels - _options.MinimumDecibels));
        float limit = (float)(Levels.Peak(samples) * Levels.FromDecibels(-decibels));
        float[] result = samples.ToArray();
        foreach (ref float sample in result.AsSpan())
        {
            sample = Math.Clamp(sample, -limit, limit);
        }

        return result;
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";
}
