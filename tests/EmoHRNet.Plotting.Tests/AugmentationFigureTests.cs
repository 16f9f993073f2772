using EmoHRNet.Audio.Features;
using SkiaSharp;

namespace EmoHRNet.Plotting.Tests;

public class AugmentationFigureTests
{
    private const int Frames = 101;

    [Fact]
    public void Render_MaskedBandsAndFrames_ShowInTheAugmentedAndTheDifferencePanel()
    {
        Spectrogram original = Noise();
        Spectrogram augmented = original.Clone();
        for (int frame = 0; frame < Frames; frame++)
        {
            for (int band = 0; band < 64; band++)
            {
                if (band is >= 20 and < 30 || frame is >= 50 and < 70)
                {
                    augmented[0, band, frame] = -80;
                }
            }
        }

        using var picture = new Picture(new AugmentationFigure(Clips.Decibels).Render(original, augmented));
        foreach ((double band, double frame, bool masked) in ((double, double, bool)[])
            [(25, 10, true), (25, 90, true), (50, 60, true), (5, 60, true), (5, 10, false), (50, 90, false)])
        {
            double darkness = masked ? 5 : 255;
            Assert.InRange(Picture.Lightness(At(picture, 0, band, frame)), 40, 255);
            Assert.InRange(Picture.Lightness(At(picture, 1, band, frame)), masked ? 0 : 40, darkness);
            SKColor difference = At(picture, 2, band, frame);
            Assert.Equal(masked, difference.Blue > difference.Red + 30);
            Assert.Equal(!masked, difference == new SKColor(0xf7, 0xf7, 0xf7));
        }
    }

    [Fact]
    public void Render_NothingChanged_LeavesTheDifferenceWhite()
    {
        Spectrogram original = Noise();
        using var picture = new Picture(new AugmentationFigure(Clips.Decibels).Render(original, original.Clone()));
        for (int frame = 1; frame < Frames - 1; frame++)
        {
            Assert.Equal(At(picture, 0, 32, frame), At(picture, 1, 32, frame));
            Assert.Equal(new SKColor(0xf7, 0xf7, 0xf7), At(picture, 2, 32, frame));
        }
    }

    [Fact]
    public void Render_RaisedValues_AreRed()
    {
        Spectrogram original = Noise();
        Spectrogram augmented = original.Clone();
        augmented.Band(0, 40).Fill(10);
        using var picture = new Picture(new AugmentationFigure(Clips.Decibels).Render(original, augmented));
        SKColor color = At(picture, 2, 40, 30);
        Assert.True(color.Red > color.Blue + 30, color.ToString());
    }

    [Fact]
    public void Render_OtherFrameCount_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            new AugmentationFigure(Clips.Decibels).Render(new Spectrogram(1, 64, 5), new Spectrogram(1, 64, 6)));
        Assert.Contains("6 frames after augmentation and 5 before", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The color at the center of one cell of one panel, at the default size of 1,500 by 420 at scale 2.</summary>
    private static SKColor At(Picture picture, int panel, double band, double frame)
    {
        const int Width = 1500;
        const int Height = 420;
        Assert.Equal((2 * Width, 2 * Height), (picture.Width, picture.Height));
        double dataWidth = AugmentationFigure.DataWidth(Width);
        double left = AugmentationFigure.Layouts.Take(panel).Sum(l => l.Left + dataWidth + l.Right) + AugmentationFigure.Layouts[panel].Left;
        double top = AugmentationFigure.Layouts[panel].Top;
        double dataHeight = Height - top - AugmentationFigure.Layouts[panel].Bottom;
        return picture[2 * (left + (frame / (Frames - 1) * dataWidth)), 2 * (top + ((64 - band) / 65 * dataHeight))];
    }

    private static Spectrogram Noise()
    {
        var random = new Audio.Randomness.RandomSource(1);
        var spectrogram = new Spectrogram(1, 64, Frames);
        foreach (ref float value in spectrogram.Values)
        {
            value = -20 * random.NextSingle();
        }

        spectrogram[0, 0, 0] = -80;
        return spectrogram;
    }
}
