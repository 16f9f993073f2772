using EmoHRNet.Audio.Features;
using EmoHRNet.Plotting.Drawing;

namespace EmoHRNet.Plotting.Tests;

public class FrequencyAxisTests
{
    [Theory]
    [InlineData(MelScale.Htk, 0, 8000)]
    [InlineData(MelScale.Slaney, 20, 7600)]
    public void Position_EdgesOfTheFilters_AreTheLimits(MelScale scale, double lowest, double highest)
    {
        var axis = new FrequencyAxis(new() { MelScale = scale, MinFrequency = lowest, MaxFrequency = highest, BandCount = 40 });
        Assert.Equal(axis.Limits.Bottom, axis.Position(lowest), 1e-9);
        Assert.Equal(axis.Limits.Top, axis.Position(highest), 1e-9);
    }

    [Theory]
    [InlineData(MelScale.Htk)]
    [InlineData(MelScale.Slaney)]
    public void Position_CentreOfAFilter_IsItsBand(MelScale scale)
    {
        var features = new MelSpectrogramOptions { MelScale = scale, FftSize = 16_384, WindowLength = 16_384, BandCount = 20 };
        var filters = new MelFilterBank(features);
        var axis = new FrequencyAxis(features);
        for (int band = 0; band < 20; band++)
        {
            int peak = Enumerable.Range(0, filters.BinCount).MaxBy(bin => filters[band, bin]);
            Assert.Equal(band, axis.Position(peak * 16_000.0 / 16_384), 0.02);
        }
    }

    [Fact]
    public void Ticks_DefaultRange_AreOctavesInHertz() =>
        Assert.Equal(["0", "8000", "4000", "2000", "1000", "500", "250"], new FrequencyAxis(new()).Ticks().Select(t => t.Label));

    [Fact]
    public void Ticks_NarrowRange_StayInside() =>
        Assert.Equal(
            ["300", "2000", "1000", "500"],
            new FrequencyAxis(new() { MinFrequency = 300, MaxFrequency = 3400 }).Ticks().Select(t => t.Label));
}
