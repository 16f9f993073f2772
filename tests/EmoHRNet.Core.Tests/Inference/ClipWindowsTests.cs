using EmoHRNet.Audio.Features;
using EmoHRNet.Inference;

namespace EmoHRNet.Core.Tests.Inference;

public class ClipWindowsTests
{
    [Theory]
    [InlineData(144)]
    [InlineData(7)]
    [InlineData(1)]
    public void Start_ClipsOfAnyLength_CoverEveryFrameFromStartToEnd(int windowFrames)
    {
        ClipWindows windows = new(windowFrames);
        for (int frames = windowFrames; frames < 6 * windowFrames; frames++)
        {
            int count = windows.Count(frames);
            int[] starts = [.. Enumerable.Range(0, count).Select(w => windows.Start(frames, w))];
            Assert.Equal(0, starts[0]);
            Assert.Equal(frames - windowFrames, starts[^1]);
            Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, Math.Max(1, windowFrames / 2)));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(144, 1)]
    [InlineData(145, 2)]
    [InlineData(216, 2)]
    [InlineData(217, 3)]
    public void Count_AroundTheEdges_IsTheFewestThatCover(int frames, int expected) =>
        Assert.Equal(expected, new ClipWindows(144).Count(frames));

    [Fact]
    public void CopyTo_ShortClip_IsCenteredInZeros()
    {
        float[] window = new float[2 * 7];
        new ClipWindows(7).CopyTo(new Spectrogram(1, 2, 3, [1, 2, 3, 4, 5, 6]), 0, window);
        Assert.Equal([0, 0, 1, 2, 3, 0, 0, 0, 0, 4, 5, 6, 0, 0], window);
    }

    [Fact]
    public void CopyTo_LongClip_TakesTheFramesOfTheWindow()
    {
        Spectrogram clip = new(1, 2, 5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        float[] window = new float[2 * 4];
        new ClipWindows(4).CopyTo(clip, 1, window);
        Assert.Equal([2, 3, 4, 5, 7, 8, 9, 10], window);
    }

    [Fact]
    public void CopyTo_EmptyClip_IsZeros()
    {
        float[] window = [1, 1, 1, 1];
        new ClipWindows(2).CopyTo(new Spectrogram(1, 2, 0), 0, window);
        Assert.Equal([0, 0, 0, 0], window);
    }

    [Fact]
    public void CopyTo_OtherLength_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ClipWindows(4).CopyTo(new Spectrogram(1, 2, 5), 0, new float[9]));

    [Fact]
    public void Average_Rows_IsTheirMeanByClass() =>
        Assert.Equal([0.25f, 0.75f], ProbabilityMean.Of([0f, 1f, 0.5f, 0.5f], 2));
}
