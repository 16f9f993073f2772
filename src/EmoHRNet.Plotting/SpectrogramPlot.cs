using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Plotting.Drawing;
using ScottPlot;

namespace EmoHRNet.Plotting;

/// <summary>Draws a mel spectrogram as a PNG image with axes in seconds and hertz and a color bar.</summary>
/// <remarks>Thread-safe: every call draws on its own canvas.</remarks>
public sealed class SpectrogramPlot
{
    /// <summary>
    /// Features for readable pictures: 128 bands every 8 ms at 16 kHz, finer than models use, in decibels without normalization, so that
    /// levels can be read off.
    /// </summary>
    public static MelSpectrogramOptions PictureFeatures { get; } = new()
    {
        BandCount = 128,
        HopLength = 128,
        Log = LogScale.Decibel,
        LogFloor = 1e-10,
        Normalization = FeatureNormalization.None,
    };

    private readonly MelSpectrogramOptions _features;
    private readonly SpectrogramPlotOptions _options;

    /// <summary>Creates the plot for spectrograms of one kind.</summary>
    /// <param name="features">The options that the spectrograms were made with; they define the axes.</param>
    /// <param name="options">The style of the picture.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">Options are not valid.</exception>
    public SpectrogramPlot(MelSpectrogramOptions features, SpectrogramPlotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.Validate();
        _features = features;
        _options = options ?? new SpectrogramPlotOptions();
        _options.Validate();
    }

    internal static PanelLayout Layout(SpectrogramPlotOptions options) =>
        new(left: 74, right: 96, top: options.Title is null ? 16 : 40, bottom: 56);

    /// <summary>Draws one channel.</summary>
    /// <param name="spectrogram">A spectrogram with the features' number of bands and at least one frame.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>The PNG file's bytes.</returns>
    /// <exception cref="ArgumentException">The spectrogram has no frames or not the features' number of bands.</exception>
    /// <exception cref="MissingFontException">There is no font for the axes.</exception>
    public byte[] Render(Spectrogram spectrogram, int channel = 0)
    {
        SpectrogramGuard.Check(spectrogram, channel, _features);
        using var font = PlotFont.Open(_options.FontFile);
        var panels = new PanelFactory(_features, font);
        using Plot panel = panels.Create(
            spectrogram,
            channel,
            ColorRange.OfValues(spectrogram, channel, _features, _options.DynamicRange),
            ColorMaps.Create(_options.Colors),
            new PanelText(_options.Title, ShowsFrequencies: true, ValueLabel.Of(_features)),
            Layout(_options));
        return PngImage.Draw(panel, _options);
    }

    /// <summary>Draws one channel to a file; an existing file is replaced when the picture is complete.</summary>
    /// <inheritdoc cref="Render"/>
    public void Save(string path, Spectrogram spectrogram, int channel = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => stream.Write(Render(spectrogram, channel)));
    }
}
