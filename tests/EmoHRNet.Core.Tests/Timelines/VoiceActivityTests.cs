using EmoHRNet.Timelines;

namespace EmoHRNet.Core.Tests.Timelines;

public class VoiceActivityTests
{
    [Fact]
    public void SlidingMinimum_RandomSeries_EqualsTheDefinition()
    {
        Random random = new(3);
        double[] values = [.. Enumerable.Range(0, 500).Select(_ => Math.Round(random.NextDouble(), 2))];
        SlidingMinimum minimum = new(7);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(values[Math.Max(0, i - 6)..(i + 1)].Min(), minimum.Push(values[i]));
        }
    }

    [Fact]
    public void IsSpeech_BurstsInNoise_AreFoundAndNoiseIsNot()
    {
        Random random = new(1);
        float[] samples = [.. Enumerable.Range(0, 16_000 * 6).Select(i =>
            ((random.NextSingle() - 0.5f) * 0.02f) + (i / 16_000 is 2 or 4 ? 0.2f * MathF.Sin(i * 0.1f) : 0))];
        VoiceActivity voice = new(new VoiceActivityOptions(), 16_000);
        voice.Append(samples);
        Assert.Equal([false, false, true, false, true, false], Enumerable.Range(0, 6).Select(s => voice.IsSpeech(s * 16_000, (s + 1) * 16_000)));
    }

    [Fact]
    public void IsSpeech_LoudFromTheFirstSample_IsSpeech()
    {
        VoiceActivity voice = new(new VoiceActivityOptions(), 16_000);
        voice.Append([.. Enumerable.Range(0, 16_000).Select(i => 0.3f * MathF.Sin(i * 0.1f))]);
        Assert.True(voice.IsSpeech(0, 16_000));
    }

    [Fact]
    public void IsSpeech_AfterForgetting_IsTheSame()
    {
        VoiceActivity voice = new(new VoiceActivityOptions(), 16_000);
        voice.Append(new float[16_000]);
        voice.Append([.. Enumerable.Range(0, 16_000).Select(i => 0.3f * MathF.Sin(i * 0.1f))]);
        voice.Forget(16_000);
        Assert.True(voice.IsSpeech(16_000, 32_000));
        Assert.False(voice.IsSpeech(0, 16_000));
    }
}
