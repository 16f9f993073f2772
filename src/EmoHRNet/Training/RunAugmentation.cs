using EmoHRNet.Audio.Augmentation;

namespace EmoHRNet.Training;

/// <summary>How a run varies its utterances: as the recipe says, then as the caller's own code does.</summary>
/// <param name="options">The augmentation of the recipe.</param>
/// <param name="extensions">The caller's own.</param>
internal sealed class RunAugmentation(AugmentationOptions options, TrainingExtensions extensions)
{
    /// <summary>The speeds of the recipe; null for none.</summary>
    public SpeedPerturbationOptions? Speed => options.Speed;

    /// <summary>The changes of samples before the world; null for none.</summary>
    public IWaveformAugment? Samples { get; } = Join(options, extensions);

    /// <summary>Whether samples differ every time: everything but speed, which has a few values only.</summary>
    /// <remarks>Asked of the options rather than listed here: a change that is not listed would silently not be made.</remarks>
    public bool DiffersEveryTime { get; } = Join(options with { Speed = null }, extensions) is not null;

    /// <summary>The changes of the network's input; null for none.</summary>
    public ISpecAugment? Spectrograms { get; } = ((ISpecAugment?[])[options.CreateSpecAugment(), .. extensions.SpecAugments]).OfType<ISpecAugment>().ToArray() is { Length: > 0 } steps
        ? new AugmentSequence(steps)
        : null;

    /// <summary>The noise of the caller, which the world draws from, too.</summary>
    public IReadOnlyList<INoiseSource> NoiseSources => extensions.NoiseSources;

    /// <summary>Whether code of the caller changes samples: what it does is not known well enough to keep its results for other runs.</summary>
    public bool HasOwnSamples => extensions.WaveformAugments.Count > 0 || extensions.NoiseSources.Count > 0;

    private static WaveformAugmentSequence? Join(AugmentationOptions options, TrainingExtensions extensions)
    {
        IWaveformAugment? recipe = extensions.NoiseSources.Count == 0
            ? options.CreateWaveformAugment()
            : options.CreateWaveformAugment([new WhiteNoise(), new PinkNoise(), .. extensions.NoiseSources]);
        IWaveformAugment[] steps = [.. ((IWaveformAugment?[])[recipe, .. extensions.WaveformAugments]).OfType<IWaveformAugment>()];
        return steps.Length == 0 ? null : new WaveformAugmentSequence(steps);
    }
}
