namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Puts silence before and after an utterance, for later noise to fill: recordings begin before the voice does.</summary>
public sealed class Surroundings : IWaveformAugment
{
    private readonly SurroundingsOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public Surroundings(SurroundingsOptions? options = null)
    {
        _options = options ?? new SurroundingsOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (samples.IsEmpty)
        {
            return [];
        }

        int before = (int)(random.NextDouble() * _options.MaximumSeconds * sampleRate);
        int after = (int)(random.NextDouble() * _options.MaximumSeconds * sampleRate);
        float[] result = new float[before + samples.Length + after];
        samples.CopyTo(result.AsSpan(before));
        return result;
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";
}
