using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Plotting;

namespace EmoHRNet.Samples.Spectrogram;

/// <summary>Draws the pictures of clips into a folder.</summary>
internal sealed class ClipPictures(string folder, long seed, string? fontFile)
{
    private const float DynamicRange = 80;

    private static readonly MelSpectrogramOptions Features = SpectrogramPlot.PictureFeatures;

    private readonly MelSpectrogramExtractor _extractor = new(Features);
    private readonly HashSet<string> _drawn = new(StringComparer.OrdinalIgnoreCase);
    private readonly AudioPreparation _preparation = new(new PreparationOptions { SampleRate = Features.SampleRate });

    /// <summary>Draws every clip; one that cannot be read is reported and does not stop the others.</summary>
    /// <returns>The exit code: 0, or 1 when a clip failed.</returns>
    public int DrawAll(IEnumerable<string> files, TextWriter output, TextWriter error)
    {
        int exitCode = 0;
        foreach (string file in files)
        {
            try
            {
                foreach (string picture in Draw(file))
                {
                    output.WriteLine(picture);
                }
            }
            catch (Exception e) when (e is AudioFormatException or IOException or UnauthorizedAccessException or ArgumentException or MissingFontException)
            {
                error.WriteLine($"error: {file}: {e.Message}");
                exitCode = 1;
            }
        }

        return exitCode;
    }

    private List<string> Draw(string file)
    {
        Audio.Features.Spectrogram original = _extractor.Extract(_preparation.Prepare(Waveform.Load(file)));
        RaiseFloor(original);
        Audio.Features.Spectrogram augmented = original.Clone();
        Augmentation(original.FrameCount).Apply(augmented, new RandomSource(seed));

        string name = Path.GetFileNameWithoutExtension(file);
        if (!_drawn.Add(name))
        {
            throw new IOException($"another clip named {name} was drawn already; draw this one into another folder.");
        }

        var options = new SpectrogramPlotOptions { FontFile = fontFile, DynamicRange = DynamicRange };
        Directory.CreateDirectory(folder);
        string spectrogramPath = Path.Combine(folder, $"{name}.spectrogram.png");
        string augmentationPath = Path.Combine(folder, $"{name}.augmentation.png");
        new SpectrogramPlot(Features, options with { Title = name }).Save(spectrogramPath, original);
        new AugmentationFigure(Features, options).Save(augmentationPath, original, augmented);
        return [spectrogramPath, augmentationPath];
    }

    /// <summary>What nobody hears beside the loudest sound would only color the difference.</summary>
    private static void RaiseFloor(Audio.Features.Spectrogram spectrogram)
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
