using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Tests.Preparation;

public class SteadyClipTests
{
    private const int Rate = 16_000;

    [Fact]
    public void Of_CleanSpeech_IsTheSameBitsButForTheOffsetOfItsRecorder()
    {
        int untouched = 0;
        foreach (Waveform clip in SpeechClips.Load(12))
        {
            SteadyClip steady = SteadyClip.Of(clip.Channel(0), clip.SampleRate);

            Assert.False(steady.HadRumble);
            Assert.InRange(Math.Abs(steady.Offset), 0, 2e-5);
            Assert.Equal(clip.Channel(0).ToArray().Select(s => (float)(s - steady.Offset)), steady.Samples);
            untouched += steady.IsChanged ? 0 : 1;
        }

        Assert.InRange(untouched, 10, 12);
    }

    [Fact]
    public void Of_VoiceCutOffInAPeriod_HasNoOffset()
    {
        foreach (int count in (int[])[4_000, 4_027, 16_011])
        {
            Assert.False(SteadyClip.Of(Voice(count), Rate).IsChanged);
        }
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(-0.02)]
    [InlineData(0.9)]
    public void Of_Offset_IsSubtracted(double offset)
    {
        float[] voice = Voice(20_000);

        SteadyClip steady = SteadyClip.Of(Array.ConvertAll(voice, s => (float)(s + offset)), Rate);

        Assert.Equal(offset, steady.Offset, 1e-4);
        Assert.False(steady.HadRumble);
        Assert.All(voice.Zip(steady.Samples), pair => Assert.Equal(pair.First, pair.Second, 2e-4f));
    }

    [Theory]
    [InlineData(3, 0.1)]
    [InlineData(10, 0.3)]
    [InlineData(15, 0.3)]
    public void Of_LoudRumble_IsBelowTheVoice(double hertz, double amplitude)
    {
        float[] voice = Voice(48_000);

        SteadyClip steady = SteadyClip.Of([.. voice.Select((s, i) => s + (float)(amplitude * Math.Sin(2 * Math.PI * hertz * i / Rate)))], Rate);

        Assert.True(steady.HadRumble);
        // Phases change; the power of the voice stays, and the rumble is removed.
        float[] middle = steady.Samples[8_000..40_000];
        Assert.Equal(Levels.MeanSquare(voice.AsSpan(8_000, 32_000)), Levels.MeanSquare(middle), 0.02 * Levels.MeanSquare(middle));
    }

    [Fact]
    public void Of_OnlyAnOffset_IsSilence() =>
        Assert.All(SteadyClip.Of([.. Enumerable.Repeat(0.25f, 8_000)], Rate).Samples, s => Assert.Equal(0, s, 1e-6f));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    public void Of_TooShortToTell_IsTheSameBits(int count) =>
        Assert.Equal(Enumerable.Repeat(0.25f, count), SteadyClip.Of([.. Enumerable.Repeat(0.25f, count)], Rate).Samples);

    private static float[] Voice(int count) => [.. Enumerable.Range(0, count).Select(i => (float)(0.2 * Math.Max(0.3, Math.Sin(i / 900.0)) * Math.Sin(0.06 * i)))];
}
