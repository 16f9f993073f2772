using EmoHRNet.Audio.Features;
using EmoHRNet.Plotting.Drawing;
using SkiaSharp;

namespace EmoHRNet.Plotting.Tests;

public class ImportanceFigureTests
{
    private const int Frames = 101;
    private const int Width = 1000;
    private const int Height = 420;
    private static readonly SpectrogramPlotOptions Options = new() { Scale = 1, Width = Width, Height = Height };

    [Fact]
    public void Render_Regions_AreRedForAndBlueAgainstAndGrayElsewhere()
    {
        Spectrogram importance = new(1, 64, Frames);
        for (int frame = 0; frame < 20; frame++)
        {
            importance[0, 10, frame] = 0.5f;
            importance[0, 11, frame] = 0.5f;
            importance[0, 50, frame] = -0.5f;
            importance[0, 51, frame] = -0.5f;
        }

        using var picture = new Picture(new ImportanceFigure(Clips.Decibels, Options).Render(Gray(), importance));
        SKColor speaksFor = At(picture, 10.5, 10);
        SKColor speaksAgainst = At(picture, 50.5, 10);
        SKColor elsewhere = At(picture, 10.5, 80);
        Assert.True(speaksFor.Red > speaksFor.Blue + 50, speaksFor.ToString());
        Assert.True(speaksAgainst.Blue > speaksAgainst.Red + 50, speaksAgainst.ToString());
        Assert.InRange(Math.Abs(elsewhere.Red - elsewhere.Blue), 0, 3);
    }

    [Fact]
    public void Render_OtherFrames_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ImportanceFigure(Clips.Decibels, Options).Render(Gray(), new Spectrogram(1, 64, Frames + 1)));

    private static Spectrogram Gray()
    {
        Spectrogram spectrogram = new(1, 64, Frames);
        for (int band = 0; band < 64; band++)
        {
            spectrogram.Band(0, band).Fill(band % 2 == 0 ? -20 : -30);
        }

        return spectrogram;
    }

    private static SKColor At(Picture picture, double band, double frame)
    {
        PanelLayout layout = SpectrogramPlot.Layout(Options);
        (double bottom, double top) = new FrequencyAxis(Clips.Decibels).Limits;
        double x = layout.Left + ((Width - layout.Left - layout.Right) * frame / (Frames - 1));
        double y = Height - layout.Bottom - ((Height - layout.Top - layout.Bottom) * (band - bottom) / (top - bottom));
        return picture[x, y];
    }
}
