using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Augmentation.Channels;

public class OpusCallTests
{
    [Theory]
    [InlineData(16_000)]
    [InlineData(22_050)]
    [InlineData(48_000)]
    public void Apply_Speech_IsAlignedAndAlike(int rate)
    {
        float[] speech = Speech(rate);

        float[] heard = Call(24, 0).Apply(speech, rate, new RandomSource(1));

        Assert.Equal(speech.Length, heard.Length);
        // The codec's own high-pass shifts phases by less than a tenth of a millisecond.
        int best = Enumerable.Range(-rate / 1000, rate / 500).MaxBy(delay => Correlation(speech, heard, delay));
        Assert.InRange(best, -rate / 10_000, rate / 10_000);
        Assert.True(Correlation(speech, heard, best) > 0.9);
        Assert.NotEqual(speech, heard);
    }

    [Fact]
    public void Apply_LowerBitRate_ChangesMore()
    {
        float[] speech = Speech(16_000);
        double low = Correlation(speech, Call(6, 0).Apply(speech, 16_000, new RandomSource(1)), 0);
        double high = Correlation(speech, Call(64, 0).Apply(speech, 16_000, new RandomSource(1)), 0);
        Assert.True(low < high - 0.05);
        Assert.True(high > 0.95);
    }

    [Fact]
    public void Apply_LostPackets_ChangeMore()
    {
        float[] speech = Speech(16_000);
        double whole = Correlation(speech, Call(24, 0).Apply(speech, 16_000, new RandomSource(1)), 0);
        double lossy = Correlation(speech, Call(24, 0.5).Apply(speech, 16_000, new RandomSource(4)), 0);
        Assert.True(lossy < whole - 0.02);
    }

    [Fact]
    public void Apply_NoSamples_ReturnsNone() => Assert.Empty(new OpusCall().Apply([], 16_000, new RandomSource(1)));

    private static OpusCall Call(int kilobits, double loss) =>
        new(new OpusOptions { MinimumKilobits = kilobits, MaximumKilobits = kilobits, MaximumPacketLoss = loss });

    private static float[] Speech(int rate)
    {
        string? path = SharedData.PathOrNull("goldens", "mel_htk64.safetensors");
        Assert.SkipWhen(path is null, "The shared reference data is not beside the repository.");
        return new EmoHRNet.Audio.Preparation.Resampler(16_000, rate).Resample(GoldenFile.Open(path).Values("wave.speech"));
    }

    private static double Correlation(float[] a, float[] b, int delay)
    {
        double product = 0;
        for (int i = Math.Max(0, delay); i < Math.Min(a.Length, a.Length + delay); i++)
        {
            product += a[i - delay] * b[i];
        }

        return product / Math.Sqrt(Signals.Energy(a) * Signals.Energy(b));
    }
}
