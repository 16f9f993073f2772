namespace EmoHRNet.Audio.Augmentation;

/// <summary>Applies waveform augmentations in order.</summary>
public sealed class WaveformAugmentSequence : IWaveformAugment
{
    private readonly IWaveformAugment[] _steps;

    /// <summary>Creates the sequence.</summary>
    /// <param name="steps">The augmentations in the order they are applied; none copies the samples unchanged.</param>
    /// <exception cref="ArgumentException">A step is null.</exception>
    public WaveformAugmentSequence(params IEnumerable<IWaveformAugment> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _steps = [.. steps];
        if (_steps.Contains(null!))
        {
            throw new ArgumentException("A step is null.", nameof(steps));
        }
    }

    /// <summary>The augmentations in the order they are applied.</summary>
    public IReadOnlyList<IWaveformAugment> Steps => _steps;

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        float[]? result = null;
        foreach (IWaveformAugment step in _steps)
        {
            result = step.Apply(result ?? samples, sampleRate, random);
        }

        return result ?? samples.ToArray();
    }

    /// <summary>The steps, in order.</summary>
    public override string ToString() => string.Join(", ", _steps.Select(step => $"{step.GetType().FullName} {step}"));
}
