using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Tests.Randomness;
using MathNet.Numerics;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class MixupTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(4)]
    public void DrawWeight_ManyDraws_FollowsTheBetaDistribution(double alpha)
    {
        var mixup = new Mixup(new() { Alpha = alpha });
        var counts = new int[10];
        for (int i = 0; i < 20_000; i++)
        {
            counts[Math.Min(9, (int)(10 * mixup.DrawWeight(RandomSource.For(1, 0, i))))]++;
        }

        double Cumulative(int i) => i == 0 ? 0 : i == 10 ? 1 : SpecialFunctions.BetaRegularized(alpha, alpha, i / 10.0);
        ChiSquareTest.AssertFollows(counts, i => Cumulative(i + 1) - Cumulative(i));
    }

    [Fact]
    public void DrawWeight_TinyAlpha_IsNearlyAlwaysOneOfTheTwo()
    {
        var mixup = new Mixup(new() { Alpha = 0.001 });
        double[] weights = [.. Enumerable.Range(0, 2000).Select(i => mixup.DrawWeight(RandomSource.For(1, 0, i)))];
        Assert.All(weights, w => Assert.InRange(w, 0, 1));
        Assert.True(weights.Count(w => w is < 1e-6 or > 1 - 1e-6) > 1900);
        Assert.InRange(weights.Average(), 0.45, 0.55);
    }

    [Fact]
    public void Blend_SpectrogramsAndLabels_UseOneWeight()
    {
        var first = new Spectrogram(1, 1, 3, [1, 2, 3]);
        var second = new Spectrogram(1, 1, 3, [5, 6, 7]);
        float[] label = [1, 0, 0];
        Mixup.Blend(first, second, 0.75);
        Mixup.Blend(label, [0, 0, 1], 0.75);
        Assert.Equal([2, 3, 4], first.Values.ToArray());
        Assert.Equal([5, 6, 7], second.Values.ToArray());
        Assert.Equal([0.75f, 0, 0.25f], label);
    }

    [Fact]
    public void Blend_WrongInput_IsRefused()
    {
        var first = new Spectrogram(1, 2, 3);
        var exception = Assert.Throws<ArgumentException>(() => Mixup.Blend(first, new Spectrogram(1, 2, 4), 0.5));
        Assert.Contains("[1, 2, 4]", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Mixup.Blend(new float[2], new float[3], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mixup.Blend(first, first, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mixup.Blend(first, first, double.NaN));
        Assert.Throws<InvalidOptionsException>(() => new Mixup(new() { Alpha = 0 }));
    }
}
