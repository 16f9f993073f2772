using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class MaskWidthsTests
{
    private static readonly TimeSpan[] FourSeconds = [TimeSpan.FromSeconds(4)];

    [Fact]
    public void FromTrainingSet_KnownSpread_CountsTheBandsInside()
    {
        // 2840 mel over 65 band distances: 43.69 mel each. 100 to 300 Hz is 150.49 to 401.97 mel, 5.76 bands.
        float[] pitch = [.. Enumerable.Range(0, 1001).Select(i => 100 + (0.2f * i))];
        var widths = MaskWidths.FromTrainingSet(pitch, FourSeconds, new(), new() { LowerPercentile = 0, UpperPercentile = 100 });
        Assert.Equal(6, widths.MaximumFrequencyMask);
    }

    [Fact]
    public void FromTrainingSet_WiderPitch_WidensF()
    {
        int Width(float highest, int bands) => MaskWidths
            .FromTrainingSet([.. Enumerable.Range(0, 101).Select(i => 100 + ((highest - 100) * i / 100))], FourSeconds, new() { BandCount = bands })
            .MaximumFrequencyMask;
        Assert.True(Width(150, 64) < Width(250, 64));
        Assert.True(Width(250, 64) < Width(500, 64));
        Assert.InRange(Width(250, 128), (2 * Width(250, 64)) - 1, (2 * Width(250, 64)) + 1);
    }

    [Fact]
    public void FromTrainingSet_OctaveErrorsAndUnvoicedFrames_DoNotCount()
    {
        float[] clean = [.. Enumerable.Range(0, 1000).Select(i => 120 + (0.1f * i))];
        float[] dirty = [.. clean, .. Enumerable.Repeat(0f, 5000), float.NaN, -1, float.PositiveInfinity, 480, 490, 500];
        Assert.Equal(
            MaskWidths.FromTrainingSet(clean, FourSeconds, new()),
            MaskWidths.FromTrainingSet(dirty, FourSeconds, new()));
    }

    [Theory]
    [InlineData(new double[] { 1, 4, 100 }, 16_000, 256, 25)]
    [InlineData(new double[] { 2, 3 }, 16_000, 160, 25)]
    [InlineData(new double[] { 0.05 }, 16_000, 256, 1)]
    public void FromTrainingSet_Durations_GiveATenthOfTheMedian(double[] seconds, int sampleRate, int hop, int expected)
    {
        var features = new MelSpectrogramOptions { SampleRate = sampleRate, HopLength = hop };
        var widths = MaskWidths.FromTrainingSet([100f, 200f], seconds.Select(TimeSpan.FromSeconds), features);
        Assert.Equal(expected, widths.MaximumTimeMask);
    }

    [Fact]
    public void FromTrainingSet_MonotonePitch_MasksAtLeastOneBand() =>
        Assert.Equal(1, MaskWidths.FromTrainingSet([200f, 200f], FourSeconds, new()).MaximumFrequencyMask);

    [Fact]
    public void ApplyTo_Options_ChangesTheTwoWidthsAlone()
    {
        var options = new SpecAugmentOptions { TimeMaskCount = 7 };
        Assert.Equal(options with { MaximumFrequencyMask = 3, MaximumTimeMask = 4 }, new MaskWidths(3, 4).ApplyTo(options));
    }

    [Fact]
    public void FromTrainingSet_NothingToMeasure_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => MaskWidths.FromTrainingSet([0f, float.NaN], FourSeconds, new()));
        Assert.Throws<ArgumentException>(() => MaskWidths.FromTrainingSet([100f], [], new()));
        Assert.Throws<ArgumentException>(() => MaskWidths.FromTrainingSet([100f], [TimeSpan.Zero], new()));
        var exception = Assert.Throws<InvalidOptionsException>(() =>
            MaskWidths.FromTrainingSet([100f], FourSeconds, new(), new() { LowerPercentile = 95, UpperPercentile = 5, TimeFraction = 2 }));
        Assert.Equal(["LowerPercentile", "TimeFraction"], exception.Problems.Select(p => p.Name));
    }
}
