using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Plotting.Drawing;
using ScottPlot;

namespace EmoHRNet.Plotting;

/// <summary>Draws the importance of regions over a spectrogram: red ones are evidence for a label, blue ones against it.</summary>
/// <remarks>Thread-safe: every call draws on its own canvas.</remarks>
public sealed class ImportanceFigure
{
    private readonly MelSpectrogramOptions _features;
    private readonly SpectrogramPlotOptions _options;

    /// <inheritdoc cref="SpectrogramPlot(MelSpectrogramOptions, SpectrogramPlotOptions)"/>
    /// <remarks>The spectrogram is drawn in gray, whatever <see cref="SpectrogramPlotOptions.Colors"/> says.</remarks>
    public ImportanceFigure(MelSpectrogramOptions features, SpectrogramPlotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.Validate();
        _features = features;
        _options = options ?? new SpectrogramPlotOptions();
        _options.Validate();
    }

    /// <summary>Draws the figure.</summary>
    /// <param name="spectrogram">The spectrogram; its first channel is drawn.</param>
    /// <param name="importance">One channel with the same bands and frames.</param>
    /// <returns>The PNG file's bytes.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or the spectrogram has no frames or not the features' number of bands.</exception>
    /// <exception cref="MissingFontException">There is no font for the axes.</exception>
    public byte[] Render(Spectrogram spectrogram, Spectrogram importance)
    {
        SpectrogramGuard.Check(spectrogram, 0, _features);
        SpectrogramGuard.Check(importance, 0, _features);
        if (importance.FrameCount != spectrogram.FrameCount)
        {
            throw new ArgumentException(
                $"Found {importance.FrameCount} frames of importance and {spectrogram.FrameCount} of the spectrogram; expected the same number.",
                nameof(importance));
        }

        using var font = PlotFont.Open(_options.FontFile);
        var panels = new PanelFactory(_features, font);
        using Plot panel = panels.Create(
            spectrogram,
            0,
            ColorRange.OfValues(spectrogram, 0, _features, _options.DynamicRange),
            ColorMaps.Create(PlotColors.Print),
            new PanelText(_options.Title, ShowsFrequencies: true, ValueLabel: null),
            SpectrogramPlot.Layout(_options));
        panels.Overlay(panel, importance, ColorRange.AroundZero(importance), ColorMaps.CreateDiverging(), "Importance");
        return PngImage.Draw(panel, _options);
    }

    /// <summary>Draws the figure to a file; an existing file is replaced when the picture is complete.</summary>
    /// <inheritdoc cref="Render"/>
    public void Save(string path, Spectrogram spectrogram, Spectrogram importance)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => stream.Write(Render(spectrogram, importance)));
    }
}
