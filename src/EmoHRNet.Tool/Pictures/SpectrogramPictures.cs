using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Plotting;
using EmoHRNet.Tool.Recordings;

namespace EmoHRNet.Tool.Pictures;

/// <summary>Draws the spectrograms of recordings, and what augmentation does to them.</summary>
/// <param name="folder">Where the pictures go.</param>
/// <param name="seed">The seed of the augmentation; null draws none.</param>
/// <param name="fontFile">A font for the axes; null uses an installed one.</param>
/// <param name="reading">How recordings are read.</param>
internal sealed class SpectrogramPictures(string folder, long? seed, string? fontFile, AudioReadOptions reading)
{
    private const float DynamicRange = 80;

    private static readonly MelSpectrogramOptions Features = SpectrogramPlot.PictureFeatures;

    private readonly MelSpectrogramExtractor _extractor = new(Features);
    private readonly AudioPreparation _preparation = new(new PreparationOptions { SampleRate = Features.SampleRate });
    private readonly OutputNames _names = new(folder);
    private readonly SpectrogramPlotOptions _options = new() { FontFile = fontFile, DynamicRange = DynamicRange };

    /// <summary>Draws one recording.</summary>
    /// <returns>The paths of the pictures.</returns>
    public IEnumerable<string> Draw(string file)
    {
        Spectrogram original = _extractor.Extract(_preparation.Prepare(Waveform.Load(file, reading)));
        RaiseFloor(original);
        string picture = _names.Next(file, ".spectrogram.png");
        new SpectrogramPlot(Features, _options with { Title = Path.GetFileNameWithoutExtension(file) }).Save(picture, original);
        yield return picture;
        if (seed is { } number)
        {
            Spectrogram augmented = original.Clone();
            Augmentation(original.FrameCount).Apply(augmented, new RandomSource(number));
            string comparison = _names.Next(file, ".augmentation.png");
            new AugmentationFigure(Features, _options).Save(comparison, original, augmented);
            yield return comparison;
        }
    }

    /// <summary>Clips levels far below the loudest one, which are inaudible and would dominate the difference.</summary>
    private static void RaiseFloor(Spectrogram spectrogram)
    {
        Span<float> values = spectrogram.Values;
        float loudest = float.NegativeInfinity;
        foreach (float value in values)
        {
            loudest = Math.Max(loudest, value);
        }

        foreach (ref float value in values)
        {
            value = Math.Max(value, loudest - DynamicRange);
        }
    }

    private static SpecAugment Augmentation(int frameCount) => new(new SpecAugmentOptions
    {
        MaximumFrequencyMask = 20,
        MaximumTimeMask = Math.Max(1, frameCount / 8),
        Fill = MaskFill.Minimum,
    });
}
