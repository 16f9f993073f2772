using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Multiplies an utterance by a random gain, uniform in decibels.</summary>
/// <remarks>Nothing is clipped: samples may exceed [-1, 1], which does not matter to floating-point features.</remarks>
public sealed class GainPerturbation : IWaveformAugment
{
    private readonly GainPerturbationOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public GainPerturbation(GainPerturbationOptions? options = null)
    {
        _options = options ?? new GainPerturbationOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double decibels = _options.MinimumDecibels + (random.NextDouble() * (_options.MaximumDecibels - _options.MinimumDecibels));
        return Gain.Apply(samples, (float)Levels.FromDecibels(decibels));
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";
}
