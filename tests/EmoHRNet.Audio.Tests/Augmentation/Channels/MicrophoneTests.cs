using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Channels;

public class MicrophoneTests
{
    private const int Rate = 16_000;

    [Theory]
    [InlineData(-6)]
    [InlineData(3)]
    public void Apply_Tilt_IsSoManyDecibelsAnOctave(double tilt)
    {
        Microphone microphone = new(new MicrophoneOptions { MinimumTilt = tilt, MaximumTilt = tilt, MaximumOffset = 0 });
        float[] low = Signals.Sine(Rate, Rate, 500, 0.1f);
        float[] high = Signals.Sine(Rate, Rate, 2000, 0.1f);

        float[] heard = microphone.Apply([.. low.Zip(high, (a, b) => a + b)], Rate, new RandomSource(1));

        double Amplitude(float[] tone) => tone.Zip(heard, (a, b) => a * b).Skip(2000).Take(12_000).Sum();
        Assert.Equal(2 * tilt, 20 * Math.Log10(Amplitude(high) / Amplitude(low)), 0.1);
    }

    [Fact]
    public void Apply_AnyTilt_KeepsTheSpeechLevel()
    {
        float[] samples = [.. Signals.Sine(Rate, Rate, 300, 0.1f).Zip(Signals.Sine(Rate, Rate, 3000, 0.1f), (a, b) => a + b)];
        for (int seed = 0; seed < 10; seed++)
        {
            float[] heard = new Microphone(new MicrophoneOptions { MaximumOffset = 0 }).Apply(samples, Rate, new RandomSource(seed));
            Assert.Equal(SpeechLevel.Measure(samples, Rate), SpeechLevel.Measure(heard, Rate), 0.1);
        }
    }

    [Fact]
    public void Apply_Offset_IsAConstantWithinItsRange()
    {
        float[] samples = Signals.Sine(Rate, Rate, 1000, 0.5f);
        Microphone microphone = new(new MicrophoneOptions { MinimumTilt = 0, MaximumTilt = 0, MaximumOffset = 0.2 });
        double[] offsets = [.. Enumerable.Range(0, 50).Select(seed => microphone.Apply(samples, Rate, new RandomSource(seed)).Average(v => (double)v))];
        Assert.All(offsets, offset => Assert.InRange(offset, -0.101, 0.101));
        Assert.True(offsets.Min() < -0.05 && offsets.Max() > 0.05);
    }
}
