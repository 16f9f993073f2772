using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Cuts off everything that is louder than a level below the peak, as a microphone or a converter does that is driven too hard.</summary>
/// <remarks>The overdrive is uniform in decibels. What stays below the level is not changed.</remarks>
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
