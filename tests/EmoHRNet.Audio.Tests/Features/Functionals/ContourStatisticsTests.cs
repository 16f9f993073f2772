using EmoHRNet.Audio.Features.Functionals;

namespace EmoHRNet.Audio.Tests.Features.Functionals;

public sealed class ContourStatisticsTests
{
    private static readonly float[] Contour = [float.NaN, 4, 1, float.NaN, 3, 2, 5];

    [Fact]
    public void Figures_OneToFive_AreThoseOfTheNumbers()
    {
        Assert.Equal(3, ContourStatistics.Mean(Contour));
        Assert.Equal(Math.Sqrt(2), ContourStatistics.Deviation(Contour), 1e-12);
        Assert.Equal(Math.Sqrt(2) / 3, ContourStatistics.NormalizedDeviation(Contour), 1e-12);
        float[] sorted = ContourStatistics.Sort(Contour);
        Assert.Equal([1f, 2f, 3f, 4f, 5f], sorted);
        Assert.Equal(1.8, ContourStatistics.Quantile(sorted, 0.2), 1e-6);
        Assert.Equal(3, ContourStatistics.Quantile(sorted, 0.5), 1e-6);
        Assert.Equal(5, ContourStatistics.Quantile(sorted, 1), 1e-6);
    }

    [Fact]
    public void Figures_NoNumbers_AreZero()
    {
        Assert.Equal(0, ContourStatistics.Mean([float.NaN]));
        Assert.Equal(0, ContourStatistics.NormalizedDeviation([]));
        Assert.Equal(0, ContourStatistics.Quantile([], 0.5));
    }

    [Fact]
    public void NormalizedDeviation_NegativeMean_IsPositive() =>
        Assert.Equal(Math.Sqrt(2) / 3, ContourStatistics.NormalizedDeviation([-4, -1, -3, -2, -5]), 1e-12);

    [Fact]
    public void Smooth_Masked_AveragesNeighborsOfTheSameKind()
    {
        Contours contours = new(4);
        new float[] { 1, 2, 6, 100 }.CopyTo(contours[EmoHRNet.Audio.Features.Functionals.Contour.Flux]);
        new[] { true, true, true, false }.CopyTo(contours.Voiced, 0);
        Assert.Equal([1.5f, 3, 4, float.NaN], contours.Smooth(EmoHRNet.Audio.Features.Functionals.Contour.Flux, voiced: true));
        Assert.Equal([float.NaN, float.NaN, float.NaN, 100], contours.Smooth(EmoHRNet.Audio.Features.Functionals.Contour.Flux, voiced: false));
        Assert.Equal([1.5f, 3, 36, 53], contours.Smooth(EmoHRNet.Audio.Features.Functionals.Contour.Flux, voiced: null));
    }

    [Fact]
    public void Lengths_Runs_AreCounted()
    {
        bool[] voiced = [true, true, false, true, false, false, false];
        Assert.Equal([2f, 1f], VoicedSegments.Lengths(voiced, wanted: true));
        Assert.Equal([1f, 3f], VoicedSegments.Lengths(voiced, wanted: false));
        Assert.Empty(VoicedSegments.Lengths([], wanted: true));
    }
}
