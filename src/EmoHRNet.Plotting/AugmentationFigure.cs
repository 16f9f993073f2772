using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Plotting.Drawing;
using ScottPlot;

namespace EmoHRNet.Plotting;

/// <summary>Draws Figure 1 of the EmoHRNet paper: a spectrogram before and after augmentation, and their difference, side by side.</summary>
/// <remarks>
/// Original and augmented share a color scale, the original's; the difference (augmented minus original) has its own, with white at 0.
/// Thread-safe.
/// </remarks>
public sealed class AugmentationFigure
{
    private const int DefaultWidth = 1500;

    internal static readonly PanelLayout[] Layouts =
    [
        new(left: 74, right: 12, top: 40, bottom: 56),
        new(left: 12, right: 96, top: 40, bottom: 56),
        new(left: 12, right: 96, top: 40, bottom: 56),
    ];

    private readonly MelSpectrogramOptions _features;
    private readonly SpectrogramPlotOptions _options;

    /// <inheritdoc cref="SpectrogramPlot(MelSpectrogramOptions, SpectrogramPlotOptions)"/>
    public AugmentationFigure(MelSpectrogramOptions features, SpectrogramPlotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.Validate();
        _features = features;
        _options = options ?? new SpectrogramPlotOptions();
        _options.Validate();
    }

    /// <summary>Draws the figure.</summary>
    /// <param name="original">The spectrogram before augmentation.</param>
    /// <param name="augmented">The spectrogram after it, of the same shape.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>The PNG file's bytes.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or a spectrogram has no frames or not the features' number of bands.</exception>
    /// <exception cref="MissingFontException">There is no font for the axes.</exception>
    public byte[] Render(Spectrogram original, Spectrogram augmented, int channel = 0)
    {
        SpectrogramGuard.Check(original, channel, _features);
        SpectrogramGuard.Check(augmented, channel, _features);
        Spectrogram difference = Subtract(augmented, original, channel);
        using var font = PlotFont.Open(_options.FontFile);
        var panels = new PanelFactory(_features, font);
        ColorRange range = ColorRange.OfValues(original, channel, _features, _options.DynamicRange);
        string label = ValueLabel.Of(_features);
        using Plot first = panels.Create(
            original, channel, range, ColorMaps.Create(_options.Colors), new(Titled("Original"), true, null), Layouts[0]);
        using Plot second = panels.Create(
            augmented, channel, range, ColorMaps.Create(_options.Colors), new("Augmented", false, label), Layouts[1]);
        using Plot third = panels.Create(
            difference, 0, ColorRange.AroundZero(difference), ColorMaps.CreateDiverging(),
            new("Difference", false, ValueLabel.OfDifference(_features)), Layouts[2]);
        return Draw([first, second, third]);
    }

    /// <summary>Draws the figure to a file; an existing file is replaced when the picture is complete.</summary>
    /// <inheritdoc cref="Render"/>
    public void Save(string path, Spectrogram original, Spectrogram augmented, int channel = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => stream.Write(Render(original, augmented, channel)));
    }

    /// <summary>All three data areas get the same width, whatever labels are beside them.</summary>
    internal static float DataWidth(int width) => (width - Layouts.Sum(l => l.Left + l.Right)) / Layouts.Length;

    private static Spectrogram Subtract(Spectrogram augmented, Spectrogram original, int channel)
    {
        if (augmented.FrameCount != original.FrameCount)
        {
            throw new ArgumentException(
                $"Found {augmented.FrameCount} frames after augmentation and {original.FrameCount} before; expected the same number.",
                nameof(augmented));
        }

        var difference = new Spectrogram(1, original.BandCount, original.FrameCount);
        for (int band = 0; band < original.BandCount; band++)
        {
            for (int frame = 0; frame < original.FrameCount; frame++)
            {
                difference[0, band, frame] = augmented[channel, band, frame] - original[channel, band, frame];
            }
        }

        return difference;
    }

    private string Titled(string panel) => _options.Title is { Length: > 0 } title ? $"{title}: {panel.ToLowerInvariant()}" : panel;

    private byte[] Draw(Plot[] panels)
    {
        int width = _options.Width ?? DefaultWidth;
        float dataWidth = DataWidth(width);
        return PngImage.Draw(width, _options, canvas =>
        {
            float left = 0;
            for (int i = 0; i < panels.Length; i++)
            {
                float right = left + Layouts[i].Left + dataWidth + Layouts[i].Right;
                panels[i].Render(canvas, new PixelRect(left, right, _options.Height, 0));
                left = right;
            }
        });
    }
}
