using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.NWaves.Tests;

public class TimeStretchTests
{
    private const int Rate = 16_000;

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.0)]
    [InlineData(1.25)]
    public void Apply_FixedFactor_ChangesTheLengthAndKeepsPitchAndLevel(double factor)
    {
        float[] samples = Voice(2 * Rate);
        float[] stretched = Stretch(factor).Apply(samples, Rate, new Random(1));
        Assert.Equal((int)Math.Round(samples.Length * factor), stretched.Length);
        Assert.Equal(150, MedianPitch(stretched), 2.0);
        Assert.Equal(Level(samples), Level(stretched), 1.0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(700)]
    public void Apply_ShorterThanAWindow_HasTheLengthAskedFor(int count)
    {
        float[] stretched = Stretch(1.5).Apply(Voice(count), Rate, new Random(1));
        Assert.Equal((int)Math.Round(count * 1.5), stretched.Length);
        Assert.All(stretched, s => Assert.True(float.IsFinite(s)));
    }

    [Fact]
    public void Apply_EquallySeeded_IsTheSameOnEveryThread()
    {
        TimeStretch stretch = new();
        float[] samples = Voice(Rate);
        float[] expected = stretch.Apply(samples, Rate, new Random(7));
        Assert.InRange(expected.Length, 0.85 * Rate, 1.15 * Rate);
        Parallel.For(0, 8, _ => Assert.Equal(expected, stretch.Apply(samples, Rate, new Random(7))));
        Assert.NotEqual(expected.Length, stretch.Apply(samples, Rate, new Random(8)).Length);
    }

    [Fact]
    public void Constructor_OutOfRange_NamesEveryProblem()
    {
        InvalidOptionsException error = Assert.Throws<InvalidOptionsException>(() =>
            new TimeStretch(new TimeStretchOptions { MinimumFactor = 0.1, MaximumFactor = 3 }));
        Assert.Equal(["MinimumFactor", "MaximumFactor"], error.Problems.Select(p => p.Name));
        Assert.Throws<InvalidOptionsException>(() => new TimeStretch(new TimeStretchOptions { MinimumFactor = double.NaN }));
    }

    private static TimeStretch Stretch(double factor) => new(new TimeStretchOptions { MinimumFactor = factor, MaximumFactor = factor });

    private static float[] Voice(int count) => [.. Enumerable.Range(0, count).Select(i =>
        (float)Enumerable.Range(1, 8).Sum(k => 0.1 / k * Math.Sin(2 * Math.PI * 150 * k * i / Rate)))];

    private static float MedianPitch(float[] samples)
    {
        float[] voiced = [.. new ProsodyTracker(Rate, 160).Track(samples).Where(f => f.IsVoiced).Select(f => f.Pitch).Order()];
        return voiced[voiced.Length / 2];
    }

    private static double Level(float[] samples) => 10 * Math.Log10(samples.Average(s => (double)s * s));
}
