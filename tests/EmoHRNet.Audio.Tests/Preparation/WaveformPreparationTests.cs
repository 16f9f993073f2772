using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Tests.Preparation;

public class WaveformPreparationTests
{
    private const int Rate = 16_000;

    [Theory]
    [InlineData(ChannelMix.Average, new[] { 0.25f, -0.5f })]
    [InlineData(ChannelMix.Left, new[] { 0.5f, -1f })]
    [InlineData(ChannelMix.Right, new[] { 0f, 0f })]
    public void ToMono_TwoChannels_MixesAsAsked(ChannelMix mix, float[] expected) =>
        Assert.Equal(expected, new Waveform(Rate, [0.5f, -1f], [0f, 0f]).ToMono(mix).Channel(0));

    [Theory]
    [InlineData(ChannelMix.Average)]
    [InlineData(ChannelMix.Left)]
    [InlineData(ChannelMix.Right)]
    public void ToMono_OneChannel_StaysAsItIs(ChannelMix mix) =>
        Assert.Equal([0.5f, -1f], new Waveform(Rate, new float[][] { [0.5f, -1f] }).ToMono(mix).Channel(0));

    [Fact]
    public void ToMono_OriginalWaveform_IsNotChanged()
    {
        Waveform waveform = new(Rate, [0.5f], [0f]);

        waveform.ToMono();

        Assert.Equal(0.5f, waveform.Channel(0)[0]);
    }

    [Fact]
    public void Resample_EveryChannel_IsResampled()
    {
        Waveform waveform = new Waveform(48_000, new float[4800], [.. Enumerable.Repeat(0.5f, 4800)]).Resample(Rate);

        Assert.Equal((Rate, 2, 1600), (waveform.SampleRate, waveform.ChannelCount, waveform.SampleCount));
        Assert.Equal((0f, 0.5f), (waveform.Channel(0)[800], MathF.Round(waveform.Channel(1)[800], 5)));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void TrimSilence_ToneBetweenNoise_KeepsToneAndMargins(double margin)
    {
        Waveform waveform = new(Rate, ToneBetweenNoise(noise: 0.001f));

        Waveform trimmed = waveform.TrimSilence(new SilenceTrimOptions { ThresholdDecibels = -40, MarginSeconds = margin });

        Assert.InRange(trimmed.Duration.TotalSeconds, 1 + (2 * margin) - 0.001, 1 + (2 * margin) + 0.06);
    }

    [Theory]
    [InlineData(-40, 1.1)]
    [InlineData(-70, 3.0)]
    public void TrimSilence_Threshold_IsRelativeToTheLoudestFrame(double threshold, double expectedSeconds)
    {
        foreach (float gain in new[] { 1f, 0.01f })
        {
            Waveform waveform = new(Rate, [.. ToneBetweenNoise(noise: 0.001f).Select(s => s * gain)]);
            Waveform trimmed = waveform.TrimSilence(new SilenceTrimOptions { ThresholdDecibels = threshold });

            Assert.Equal(expectedSeconds, trimmed.Duration.TotalSeconds, 0.06);
        }
    }

    [Fact]
    public void TrimSilence_ChannelsThatDiffer_KeepWhatAnyHolds()
    {
        float[] early = new float[3 * Rate];
        float[] late = new float[3 * Rate];
        early.AsSpan(Rate / 2, Rate).Fill(0.5f);
        late.AsSpan(Rate, Rate).Fill(0.5f);

        Waveform trimmed = new Waveform(Rate, early, late).TrimSilence(new SilenceTrimOptions { MarginSeconds = 0 });

        Assert.Equal(1.5, trimmed.Duration.TotalSeconds, 0.06);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(8000)]
    public void TrimSilence_NothingButSilence_KeepsAll(int count) =>
        Assert.Equal(count, new Waveform(Rate, new float[1][] { new float[count] }).TrimSilence().SampleCount);

    [Fact]
    public void NormalizeGain_Peak_ReachesTheTarget()
    {
        Waveform waveform = new Waveform(Rate, [0.1f, -0.2f], [0.4f, 0f]).NormalizeGain(GainNormalization.Peak, -6.0205999);

        Assert.Equal(0.5f, waveform.Channel(1)[0], 1e-6f);
        Assert.Equal(-0.25f, waveform.Channel(0)[1], 1e-6f);
    }

    [Fact]
    public void NormalizeGain_Rms_ReachesTheTarget()
    {
        float[] tone = [.. Enumerable.Range(0, Rate).Select(i => 0.01f * MathF.Sin(i * 0.1f))];

        Waveform waveform = new Waveform(Rate, tone).NormalizeGain(GainNormalization.Rms, -20);

        Assert.Equal(0.1, Math.Sqrt(waveform.Channel(0).ToArray().Average(s => (double)s * s)), 1e-5);
    }

    [Theory]
    [InlineData(GainNormalization.Peak)]
    [InlineData(GainNormalization.Rms)]
    [InlineData(GainNormalization.ActiveSpeech)]
    public void NormalizeGain_Silence_StaysSilent(GainNormalization normalization) =>
        Assert.Equal(new float[10], new Waveform(Rate, new float[1][] { new float[10] }).NormalizeGain(normalization, -20).Channel(0));

    [Fact]
    public void PreEmphasize_Samples_FollowTheDifferenceEquation() =>
        Assert.Equal([1f, 0.5f, -1f], new Waveform(Rate, new float[1][] { [1f, 1f, -0.5f] }).PreEmphasize(0.5).Channel(0));

    [Theory]
    [InlineData(5, ClipAlignment.Start, new[] { 1f, 2, 3, 0, 0 })]
    [InlineData(5, ClipAlignment.Center, new[] { 0f, 1, 2, 3, 0 })]
    [InlineData(5, ClipAlignment.End, new[] { 0f, 0, 1, 2, 3 })]
    [InlineData(1, ClipAlignment.Start, new[] { 1f })]
    [InlineData(1, ClipAlignment.Center, new[] { 2f })]
    [InlineData(1, ClipAlignment.End, new[] { 3f })]
    [InlineData(3, ClipAlignment.Center, new[] { 1f, 2, 3 })]
    [InlineData(0, ClipAlignment.Center, new float[0])]
    public void PadOrCrop_AnyLength_AlignsTheClip(int count, ClipAlignment alignment, float[] expected) =>
        Assert.Equal(expected, new Waveform(Rate, new float[1][] { [1f, 2, 3] }).PadOrCrop(count, alignment).Channel(0));

    private static float[] ToneBetweenNoise(float noise)
    {
        Random random = new(5);
        float[] samples = [.. Enumerable.Range(0, 3 * Rate).Select(_ => noise * ((random.NextSingle() * 2) - 1))];
        for (int i = Rate; i < 2 * Rate; i++)
        {
            samples[i] += 0.5f * MathF.Sin(i * 0.2f);
        }

        return samples;
    }
}
