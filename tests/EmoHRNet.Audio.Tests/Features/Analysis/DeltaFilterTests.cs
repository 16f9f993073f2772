using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Audio.Tests.Features.Analysis;

public sealed class DeltaFilterTests
{
    [Theory]
    [InlineData(1, new[] { 0.5f, 1, 1, 0.5f })] // torchaudio, compute_deltas, win_length 3
    [InlineData(2, new[] { 0.5f, 0.8f, 0.8f, 0.5f })] // the regression formula by hand, edges replicated
    public void Apply_ShortRamp_HasTheSlopesOfTheFormula(int radius, float[] expected)
    {
        float[] slopes = new float[4];
        DeltaFilter.Apply([1, 2, 3, 4], radius, slopes);
        Assert.All(expected.Zip(slopes), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Apply_Line_HasItsSlopeAwayFromTheEnds(int radius)
    {
        float[] values = [.. Enumerable.Range(0, 50).Select(i => 7 - (0.25f * i))];
        float[] slopes = new float[50];
        DeltaFilter.Apply(values, radius, slopes);
        Assert.All(slopes[radius..^radius], s => Assert.Equal(-0.25f, s, 1e-5f));
    }

    [Fact]
    public void Apply_OneFrame_IsZero()
    {
        float[] slopes = [9];
        DeltaFilter.Apply([3], 2, slopes);
        Assert.Equal([0f], slopes);
    }
}
