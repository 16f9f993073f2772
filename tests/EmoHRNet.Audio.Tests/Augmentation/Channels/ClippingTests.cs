using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Channels;

public class ClippingTests
{
    [Theory]
    [InlineData(6.0206, 0.5)]
    [InlineData(20, 0.1)]
    public void Apply_Overdrive_CutsAtThatLevelBelowThePeakAndLeavesTheRest(double decibels, double share)
    {
        float[] samples = Signals.Sine(16_000, 16_000, 97, 0.8f);
        float limit = (float)(share * samples.Max());

        float[] heard = new Clipping(new ClippingOptions { MinimumDecibels = decibels, MaximumDecibels = decibels }).Apply(samples, 16_000, new RandomSource(1));

        Assert.All(samples.Zip(heard), pair => Assert.Equal(Math.Clamp(pair.First, -limit, limit), pair.Second, 1e-4f));
    }
}
