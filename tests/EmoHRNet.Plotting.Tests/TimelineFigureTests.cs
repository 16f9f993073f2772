using SkiaSharp;

namespace EmoHRNet.Plotting.Tests;

public class TimelineFigureTests
{
    private const int Width = 1000;
    private const int Height = 420;
    private static readonly string[] Labels = ["calm", "happy", "sad", "angry"];

    [Fact]
    public void Render_ProbabilitiesAnswersAndGaps_AreWhereTheyBelong()
    {
        TimelinePoint[] points = [.. Enumerable.Range(0, 10).Select(i => new TimelinePoint(TimeSpan.FromSeconds(i + 0.5), i < 5 ? [0.05f, 0.05f, 0.05f, 0.85f] : [0.85f, 0.05f, 0.05f, 0.05f]))];
        TimelineStretch[] stretches =
        [
            new(TimeSpan.Zero, TimeSpan.FromSeconds(5), "angry"),
            new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8), "calm"),
            new(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10), "no speech"),
        ];
        using var picture = new Picture(new TimelineFigure(Labels, new SpectrogramPlotOptions { Scale = 1, Title = "Call" }).Render(points, stretches));
        Assert.Equal((Width, Height), (picture.Width, picture.Height));
        Assert.True(IsBlue(At(picture, 2.5, 3)));
        Assert.False(IsBlue(At(picture, 2.5, 0)));
        Assert.True(IsBlue(At(picture, 6.5, 0)));
        Assert.False(IsBlue(At(picture, 6.5, 3)));
        SKColor gap = At(picture, 9, 0);
        Assert.Equal((gap.Red, gap.Red), (gap.Green, gap.Blue));
    }

    [Fact]
    public void Render_NothingOrOtherLabels_IsRefused()
    {
        TimelineFigure figure = new(Labels);
        Assert.Throws<ArgumentException>(() => figure.Render([], []));
        Assert.Throws<ArgumentException>(() => figure.Render([new TimelinePoint(TimeSpan.Zero, [1])], [new TimelineStretch(TimeSpan.Zero, TimeSpan.FromSeconds(1), "sad")]));
        Assert.Throws<ArgumentException>(() => new TimelineFigure([]));
    }

    private static bool IsBlue(SKColor color) => color.Blue > color.Red + 60;

    // The margins of the figure: 100 left, 24 right, 40 top, 56 bottom; rows from the top.
    private static SKColor At(Picture picture, double seconds, int row) =>
        picture[100 + ((Width - 124) * seconds / 10), 40 + ((Height - 96) * (row + 0.5) / Labels.Length)];
}
