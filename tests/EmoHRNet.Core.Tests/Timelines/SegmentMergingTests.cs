using EmoHRNet.Timelines;

namespace EmoHRNet.Core.Tests.Timelines;

public class SegmentMergingTests
{
    private static readonly float[] Happy = [0.1f, 0.7f, 0.1f, 0.1f];
    private static readonly float[] Sad = [0.1f, 0.1f, 0.6f, 0.2f];

    [Theory]
    [InlineData(30, 1.15, 100)]
    [InlineData(30, 1, 95)]
    [InlineData(2, 5, 31)]
    [InlineData(1, 60, 121)]
    public void Append_OneLabel_NoSegmentExceedsTheLongest(double longest, double hop, double seconds)
    {
        List<EmotionSegment> segments = Merge(new AnalysisOptions { MaximumSegmentSeconds = longest }, hop, seconds, _ => Happy);

        Assert.All(segments, s => Assert.True(s.Duration.TotalSeconds <= longest, s.ToString()));
        Assert.All(segments, s => Assert.Equal("happy", s.Label));
        Assert.All(segments.SkipLast(1), s => Assert.Equal(longest, s.Duration.TotalSeconds, 1e-6));
        AssertWithoutGaps(segments, seconds);
    }

    [Fact]
    public void Append_SeveralLabels_EndHalfwayBetweenTheWindowsAndWithinTheLongest()
    {
        List<EmotionSegment> segments = Merge(new AnalysisOptions { MaximumSegmentSeconds = 4 }, 1, 11, i => i < 6 ? Happy : i < 8 ? null : Sad);

        Assert.Equal(["happy", "happy", "no speech", "sad"], segments.Select(s => s.Label));
        Assert.Equal([4, 6, 8, 11], segments.Select(s => s.End.TotalSeconds));
        Assert.Equal(0.7f, segments[1].Confidence, 1e-6f);
        AssertWithoutGaps(segments, 11);
    }

    [Fact]
    public void Append_SilenceForLong_IsCutToo()
    {
        List<EmotionSegment> segments = Merge(new AnalysisOptions { MaximumSegmentSeconds = 3 }, 2, 10, _ => null);

        Assert.All(segments, s => Assert.False(s.IsSpeech));
        Assert.Equal([3, 6, 9, 10], segments.Select(s => s.End.TotalSeconds));
    }

    private static List<EmotionSegment> Merge(AnalysisOptions options, double hop, double seconds, Func<int, float[]?> probabilities)
    {
        SegmentMerging merging = new(options, row => new EmotionPrediction(TestModel.Labels, row));
        List<EmotionSegment> segments = [];
        for (int i = 0; (i + 0.5) * hop < seconds; i++)
        {
            float[]? row = probabilities(i);
            segments.AddRange(merging.Append(new WindowResult(TimeSpan.FromSeconds((i + 0.5) * hop), row is not null, row ?? Happy)));
        }

        return [.. segments, .. merging.Complete(TimeSpan.FromSeconds(seconds))];
    }

    private static void AssertWithoutGaps(List<EmotionSegment> segments, double seconds)
    {
        Assert.Equal(TimeSpan.Zero, segments[0].Start);
        Assert.Equal(segments.Skip(1).Select(s => s.Start), segments.SkipLast(1).Select(s => s.End));
        Assert.Equal(seconds, segments[^1].End.TotalSeconds, 1e-9);
    }
}
