using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Plotting.Drawing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Plotting.Tests;

public class SpectrogramPlotTests
{
    private static readonly SpectrogramPlotOptions Options = new();

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void Render_Chirp_IsLoudestWhereTheAxesSay(double seconds)
    {
        Spectrogram chirp = Clips.Chirp(Clips.Decibels, 2, 300, 6300);
        using var picture = new Picture(new SpectrogramPlot(Clips.Decibels, Options).Render(chirp));
        (double left, double top, double right, double bottom) = DataArea(picture, Options);
        double lastSecond = (chirp.FrameCount - 1) * 256 / 16_000.0;
        double row = picture.LightestRow(left + (seconds / lastSecond * (right - left)), top + 4, bottom - 4);

        // The axis is linear in mel from 0 to 8,000 Hz: 0 to 2840 mel on the HTK scale.
        double mel = (bottom - row) / (bottom - top) * 2840.02;
        double expected = 2595 * Math.Log10(1 + ((300 + (3000 * seconds)) / 700));
        Assert.Equal(expected, mel, 44 * 1.5);
    }

    [Theory]
    [InlineData(1000, 420, 2)]
    [InlineData(640, 300, 1)]
    [InlineData(500, 333, 1.5)]
    public void Render_Size_IsWidthAndHeightTimesScale(int width, int height, double scale)
    {
        var plot = new SpectrogramPlot(Clips.Decibels, new() { Width = width, Height = height, Scale = scale });
        using var picture = new Picture(plot.Render(Clips.Chirp(Clips.Decibels, 0.5, 100, 1000)));
        Assert.Equal((int)Math.Round(width * scale), picture.Width);
        Assert.Equal((int)Math.Round(height * scale), picture.Height);
    }

    [Fact]
    public void PictureFeatures_QuieterSound_ReadsAsManyDecibelsLower()
    {
        MelSpectrogramExtractor extractor = new(SpectrogramPlot.PictureFeatures);
        float[] loud = [.. Enumerable.Range(0, 8_000).Select(n => (float)Math.Sin(2 * Math.PI * 1000 * n / 16_000))];

        float before = extractor.Extract(loud).Values.ToArray().Max();
        float after = extractor.Extract(Array.ConvertAll(loud, sample => 0.1f * sample)).Values.ToArray().Max();

        Assert.Equal(20, before - after, 1e-3);
    }

    [Fact]
    public void Render_Axes_AreWrittenWithInk()
    {
        using var picture = new Picture(new SpectrogramPlot(Clips.Decibels, Options).Render(Clips.Chirp(Clips.Decibels, 1, 100, 1000)));
        (double left, double top, double right, double bottom) = DataArea(picture, Options);
        Assert.InRange(picture.Ink(0, top, left - 20, bottom), 0.005, 0.3);
        Assert.InRange(picture.Ink(left, bottom + 12, right, picture.Height), 0.005, 0.3);
        Assert.InRange(picture.Ink(right + 110, top, picture.Width, bottom), 0.005, 0.3);
    }

    [Fact]
    public void Render_Title_IsAboveTheDataOnlyWhenGiven()
    {
        Spectrogram chirp = Clips.Chirp(Clips.Decibels, 1, 100, 1000);
        using var untitled = new Picture(new SpectrogramPlot(Clips.Decibels, Options).Render(chirp));
        using var titled = new Picture(new SpectrogramPlot(Clips.Decibels, Options with { Title = "Chirp" }).Render(chirp));
        Assert.Equal(0, untitled.Ink(300, 0, untitled.Width - 300, 28));
        Assert.InRange(titled.Ink(300, 0, titled.Width - 300, 60), 0.001, 0.3);
    }

    [Fact]
    public void Render_ColorBar_RunsFromTheFirstColorToTheLast()
    {
        using var picture = new Picture(new SpectrogramPlot(Clips.Decibels, Options).Render(Clips.Chirp(Clips.Decibels, 1, 100, 1000)));
        (_, double top, double right, double bottom) = DataArea(picture, Options);
        double[] bar = [.. Enumerable.Range(0, 11).Select(i => Picture.Lightness(picture[right + 44, bottom - 6 - (i * (bottom - top - 12) / 10)]))];
        Assert.Equal(bar.Order(), bar);
        Assert.InRange(bar[0], 0, 20);
        Assert.InRange(bar[^1], 220, 255);
    }

    [Fact]
    public void Render_SecondChannel_IsTheOneDrawn()
    {
        Spectrogram one = Clips.Chirp(Clips.Decibels, 1, 100, 1000);
        var two = new Spectrogram(2, one.BandCount, one.FrameCount);
        one.Values.CopyTo(two.Values[one.Values.Length..]);
        var plot = new SpectrogramPlot(Clips.Decibels, Options);
        Assert.Equal(plot.Render(one), plot.Render(two, channel: 1));
        Assert.NotEqual(plot.Render(one), plot.Render(two));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Render_FewFramesOfOneValue_StillDraws(int frames)
    {
        using var picture = new Picture(new SpectrogramPlot(Clips.Decibels, Options).Render(new Spectrogram(1, 64, frames)));
        Assert.Equal(2000, picture.Width);
    }

    [Fact]
    public void Render_ManyThreads_DrawTheSame()
    {
        Spectrogram chirp = Clips.Chirp(Clips.Decibels, 1, 100, 1000);
        var plot = new SpectrogramPlot(Clips.Decibels, new() { Width = 400, Height = 200, Scale = 1 });
        byte[] expected = plot.Render(chirp);
        Parallel.For(0, 16, _ => Assert.Equal(expected, plot.Render(chirp)));
    }

    [Fact]
    public void Save_ExistingFile_IsReplacedAndNothingElseLeft()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["picture.png"], "old");
        var plot = new SpectrogramPlot(Clips.Decibels, Options);
        Spectrogram chirp = Clips.Chirp(Clips.Decibels, 1, 100, 1000);
        plot.Save(folder["picture.png"], chirp);
        Assert.Equal(plot.Render(chirp), File.ReadAllBytes(folder["picture.png"]));
        Assert.Equal([folder["picture.png"]], Directory.GetFiles(folder.Path));
        Assert.ThrowsAny<IOException>(() => plot.Save(folder["missing/picture.png"], chirp));
    }

    [Fact]
    public void Render_SpectrogramTheAxesDoNotFit_IsRefused()
    {
        var plot = new SpectrogramPlot(Clips.Decibels, Options);
        Assert.Contains("40 bands; expected 64", Assert.Throws<ArgumentException>(() => plot.Render(new Spectrogram(1, 40, 9))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => plot.Render(new Spectrogram(1, 64, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => plot.Render(new Spectrogram(1, 64, 9), channel: 1));
    }

    [Fact]
    public void Render_FontFile_MustBeAFont()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["font.ttf"], "not a font");
        foreach (string file in (string[])[folder["font.ttf"], folder["missing.ttf"]])
        {
            var plot = new SpectrogramPlot(Clips.Decibels, new() { FontFile = file });
            var exception = Assert.Throws<MissingFontException>(() => plot.Render(new Spectrogram(1, 64, 9)));
            Assert.Contains(file, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Constructor_InvalidOptions_NamesEveryProblem()
    {
        var options = new SpectrogramPlotOptions { Width = 1, Height = 1, Scale = double.NaN, Colors = (PlotColors)9, DynamicRange = 0 };
        Assert.Equal(
            ["Width", "Height", "Scale", "Colors", "DynamicRange"],
            Assert.Throws<InvalidOptionsException>(() => new SpectrogramPlot(Clips.Decibels, options)).Problems.Select(p => p.Name));
        Assert.Throws<InvalidOptionsException>(() => new SpectrogramPlot(new() { BandCount = 0 }));
    }

    private static (double Left, double Top, double Right, double Bottom) DataArea(Picture picture, SpectrogramPlotOptions options)
    {
        PanelLayout layout = SpectrogramPlot.Layout(options);
        double scale = options.Scale;
        return (layout.Left * scale, layout.Top * scale, picture.Width - (layout.Right * scale), picture.Height - (layout.Bottom * scale));
    }
}
