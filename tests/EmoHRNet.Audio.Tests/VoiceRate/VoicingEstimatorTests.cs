using EmoHRNet.Audio.VoiceRate;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.VoiceRate;

public sealed class VoicingEstimatorTests
{
    /// <summary>Includes high voices, because speech at half the assumed rate sounds like them.</summary>
    [Theory]
    [InlineData(60, 16_000)]
    [InlineData(220, 16_000)]
    [InlineData(640, 16_000)]
    [InlineData(930, 16_000)]
    [InlineData(220, 44_100)]
    [InlineData(220, 8_000)]
    public void Estimate_Vowel_IsVoiced(double pitch, int rate)
    {
        float[] vowel = SyntheticVoice.Vowel(pitch * SyntheticVoice.Rate / rate, 1);
        Assert.InRange(new VoicingEstimator(rate).Estimate(vowel, vowel.Length / 2), 0.7, 1);
    }

    [Fact]
    public void Estimate_Noise_IsNotVoiced()
    {
        Random random = new(1);
        float[] noise = [.. Enumerable.Range(0, 16_000).Select(_ => random.NextSingle() - 0.5f)];
        VoicingEstimator estimator = new(16_000);
        Assert.All(Enumerable.Range(1, 20), i => Assert.InRange(estimator.Estimate(noise, 2_000 + (i * 500)), 0, 0.5));
    }

    /// <summary>3,200 Hz aliases to 800 Hz, a possible pitch, where every fourth sample is kept; averages over four samples leave too much of it.</summary>
    [Fact]
    public void Estimate_ToneAbovePitches_DoesNotFoldDown()
    {
        Random random = new(1);
        float[] samples = [.. Enumerable.Range(0, 16_000).Select(i => (float)(0.5 * Math.Sin(2 * Math.PI * 3_200 * i / 16_000)) + (0.1f * (random.NextSingle() - 0.5f)))];
        VoicingEstimator estimator = new(16_000);
        Assert.All(Enumerable.Range(1, 20), i => Assert.InRange(estimator.Estimate(samples, 2_000 + (i * 500)), 0, 0.5));
    }

    [Fact]
    public void Estimate_NearAnEnd_IsZero()
    {
        float[] vowel = SyntheticVoice.Vowel(200, 1);
        VoicingEstimator estimator = new(SyntheticVoice.Rate);
        Assert.Equal(0, estimator.Estimate(vowel, 500));
        Assert.Equal(0, estimator.Estimate(vowel, vowel.Length - 500));
    }
}
