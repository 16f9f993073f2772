using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Applies augmentations in order.</summary>
public sealed class AugmentSequence : ISpecAugment
{
    private readonly ISpecAugment[] _steps;

    /// <summary>Creates the sequence.</summary>
    /// <param name="steps">The augmentations in the order they are applied; none leaves spectrograms unchanged.</param>
    /// <exception cref="ArgumentException">A step is null.</exception>
    public AugmentSequence(params IEnumerable<ISpecAugment> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _steps = [.. steps];
        if (_steps.Contains(null!))
        {
            throw new ArgumentException("A step is null.", nameof(steps));
        }
    }

    /// <summary>The augmentations in the order they are applied.</summary>
    public IReadOnlyList<ISpecAugment> Steps => _steps;

    /// <inheritdoc/>
    public void Apply(Spectrogram spectrogram, Random random)
    {
        ArgumentNullException.ThrowIfNull(spectrogram);
        Apply(spectrogram, spectrogram.FrameCount, random);
    }

    /// <inheritdoc/>
    public void Apply(Spectrogram window, int utteranceFrames, Random random)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(random);
        foreach (ISpecAugment step in _steps)
        {
            step.Apply(window, utteranceFrames, random);
        }
    }

    /// <summary>The steps, in order.</summary>
    public override string ToString() => string.Join(", ", _steps.Select(step => $"{step.GetType().FullName} {step}"));
}
