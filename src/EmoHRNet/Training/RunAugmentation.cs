using EmoHRNet.Audio.Augmentation;

namespace EmoHRNet.Training;

/// <summary>The augmentation of a run: the recipe's, then the custom one.</summary>
/// <param name="options">The augmentation of the recipe.</param>
/// <param name="extensions">The custom augmentation and noise.</param>
internal sealed class RunAugmentation(AugmentationOptions options, TrainingExtensions extensions)
{
    /// <summary>The speeds of the recipe; null for none.</summary>
    public SpeedPerturbationOptions? Speed => options.Speed;

    /// <summary>The changes of samples before the world; null for none.</summary>
    public IWaveformAugment? Samples { get; } = Join(options, extensions);

    /// <summary>Whether samples differ in every epoch: true for every change but speed, which has a few values only.</summary>
    /// <remarks>Computed from the options: a list here could miss a new kind of change, which would then silently be skipped.</remarks>
    public bool DiffersEveryTime { get; } = Join(options with { Speed = null }, extensions) is not null;

    /// <summary>The changes of the network's input; null for none.</summary>
    public ISpecAugment? Spectrograms { get; } = ((ISpecAugment?[])[options.CreateSpecAugment(), .. extensions.SpecAugments]).OfType<ISpecAugment>().ToArray() is { Length: > 0 } steps
        ? new AugmentSequence(steps)
        : null;

    /// <summary>The custom noise, which the world draws from, too.</summary>
    public IReadOnlyList<INoiseSource> NoiseSources => extensions.NoiseSources;

    /// <summary>Whether custom code changes samples: its results are not cached, because its settings cannot be identified reliably.</summary>
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
