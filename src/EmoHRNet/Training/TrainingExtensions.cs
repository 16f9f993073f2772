using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>Custom code of an application for a run, which a recipe cannot store.</summary>
/// <remarks>
/// All of it must be safe to call from several threads at once, and hold no random state. A checkpoint is refused when it is resumed with
/// others: they are compared by type and by <c>ToString</c>, which should include their settings; the extractor by its name and its values.
/// </remarks>
public sealed record TrainingExtensions
{
    /// <summary>
    /// Replaces the recipe's <see cref="TrainingRecipe.Features"/>; null, the default, uses those. The model file names it, and it must be
    /// passed again to predict: <see cref="ClassifierOptions.Extractor"/>.
    /// </summary>
    public IFeatureExtractor? Extractor { get; init; }

    /// <summary>
    /// Augmentation of the samples, after the recipe's <see cref="TrainingRecipe.Augmentation"/> and before its
    /// <see cref="TrainingRecipe.World"/>. Default none. With any, versions of the world are not kept in the feature cache.
    /// </summary>
    public IReadOnlyList<IWaveformAugment> WaveformAugments { get; init; } = [];

    /// <summary>
    /// Noise that the recipe's noise (<see cref="AugmentationOptions.Noise"/>, <see cref="Audio.Augmentation.World.WorldOptions.Noise"/>) draws from in addition to
    /// white, pink and recorded noise, each source equally likely. Default none.
    /// </summary>
    public IReadOnlyList<INoiseSource> NoiseSources { get; init; } = [];

    /// <summary>Augmentation of the network's input, after the recipe's. Default none.</summary>
    public IReadOnlyList<ISpecAugment> SpecAugments { get; init; } = [];

    /// <summary>Checks that nothing is null and that a recipe uses all of it.</summary>
    /// <exception cref="InvalidOptionsException">At least one extension cannot be used; all are named.</exception>
    public void Validate(TrainingRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        OptionProblems problems = new();
        problems.Require(WaveformAugments?.Contains(null!) == false, nameof(WaveformAugments), null, "augmentations, none null")
            .Require(NoiseSources?.Contains(null!) == false, nameof(NoiseSources), null, "sources, none null")
            .Require(SpecAugments?.Contains(null!) == false, nameof(SpecAugments), null, "augmentations, none null")
            .Require(
                NoiseSources is not { Count: > 0 } || recipe.Augmentation.Noise is not null || recipe.World?.Noise is not null,
                nameof(NoiseSources), NoiseSources?.Count, $"none, because the recipe adds no noise: set {nameof(AugmentationOptions.Noise)} of its {nameof(recipe.Augmentation)} or {nameof(recipe.World)}");
        if (Extractor is not null)
        {
            problems.Require(Extractor.SampleRate == recipe.Preparation.SampleRate, "Extractor.SampleRate", Extractor.SampleRate, $"{recipe.Preparation.SampleRate}, the rate of the recipe's {nameof(recipe.Preparation)}")
                .Require(recipe.MaskWidths is null, nameof(Extractor), Extractor.Name, $"none, because {nameof(recipe.MaskWidths)} are measured in mel bands: give the widths instead");
        }

        problems.ThrowIfAny(nameof(TrainingExtensions));
    }

    /// <summary>A line for each extension: its kind, its type and its <c>ToString</c>.</summary>
    public override string ToString() => string.Join('\n', Lines());

    /// <summary>The same as readable text, without the extractor, which has its own field in a model's description.</summary>
    internal string Summary => string.Join("; ", ((IEnumerable<object>)[.. WaveformAugments, .. NoiseSources, .. SpecAugments]).Select(Short));

    private static string Short(object extension) =>
        extension.ToString() is { } text && text != extension.GetType().ToString() ? $"{extension.GetType().Name} ({text})" : extension.GetType().Name;

    private IEnumerable<string> Lines() =>
    [
        .. Extractor is null ? (string[])[] : [Describe(ExtractorDescription.Of(Extractor))],
        .. WaveformAugments.Select(each => Describe("samples", each)),
        .. NoiseSources.Select(each => Describe("noise", each)),
        .. SpecAugments.Select(each => Describe("spectrogram", each)),
    ];

    // Three digits, so that rounding differences between processors rarely matter.
    private static string Describe(ExtractorDescription extractor) => string.Join(
        ' ', extractor.Probe.Select(value => value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture)).Prepend($"extractor {extractor}"));

    private static string Describe(string kind, object extension) => $"{kind} {extension.GetType().AssemblyQualifiedName} {extension}";
}
