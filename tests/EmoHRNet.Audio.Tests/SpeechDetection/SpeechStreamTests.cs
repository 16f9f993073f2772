using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.SpeechDetection;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.SpeechDetection;

public class SpeechStreamTests
{
    [Theory]
    [InlineData(16_000, 100)]
    [InlineData(16_000, 5_000)]
    [InlineData(44_100, 777)]
    public void Probability_SamplesInPieces_IsThatOfTheWhole(int rate, int piece)
    {
        float[] voice = new Resampler(SyntheticVoice.Rate, rate).Resample(SyntheticVoice.Speech(5));
        SpeechStream stream = new(rate);
        foreach (float[] samples in voice.Chunk(piece))
        {
            stream.Append(samples);
        }

        stream.Complete();

        Assert.Equal(SpeechDetector.Probability(voice, rate), stream.Probability(0, 5));
    }

    [Fact]
    public void Probability_WhatIsKnownAlready_StaysAsItIs()
    {
        float[] voice = SyntheticVoice.Speech(6);
        SpeechStream stream = new(SyntheticVoice.Rate);
        stream.Append(voice.AsSpan(0, 3 * SyntheticVoice.Rate));
        float? early = stream.Probability(0.5, 2.6);
        stream.Append(voice.AsSpan(3 * SyntheticVoice.Rate));
        stream.Complete();
        stream.Forget(0.5);

        Assert.NotNull(early);
        Assert.Equal(early, stream.Probability(0.5, 2.6));
        Assert.Null(stream.Probability(0, 0.4));
    }

    /// <summary>Speech, tones, speech: each part is classified by itself.</summary>
    [Fact]
    public void Probability_PartsOfARecording_AreToldApart()
    {
        float[][] clips = SpeechDetectorTests.Load("ravdess-mini", 2);
        Assert.SkipWhen(clips.Length == 0, "No speech beside the repository.");
        float[] tones = SoundsThatAreNoSpeech.Create("chords");
        SpeechStream stream = new(SyntheticVoice.Rate);
        float[] recording = [.. clips[0], .. tones, .. clips[1]];
        stream.Append(recording);
        stream.Complete();
        double first = (double)clips[0].Length / SyntheticVoice.Rate, second = first + ((double)tones.Length / SyntheticVoice.Rate);

        Assert.True(stream.Probability(0, first) >= SpeechDetector.DefaultThreshold);
        Assert.True(stream.Probability(first + 0.5, second - 0.5) < SpeechDetector.DefaultThreshold);
        Assert.True(stream.Probability(second, stream.Seconds) >= SpeechDetector.DefaultThreshold);
    }

    [Fact]
    public void Constructor_RateOfNoRecorder_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new SpeechStream(999));
}
