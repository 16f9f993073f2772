using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Core.Tests.Evaluation.Robustness;

public class TestConditionsTests
{
    private const int Rate = 16_000;

    private static readonly float[] Tone = [.. Enumerable.Range(0, Rate).Select(i => 0.2f * (float)Math.Sin(2 * Math.PI * 440 * i / Rate))];

    private static readonly IReadOnlyList<TestCondition> All = TestConditions.Standard([Tone]);

    [Fact]
    public void Standard_Names_AreUniqueAndBetween14And20CountForTheMean()
    {
        Assert.Equal(All.Count, All.Select(condition => condition.Name).Distinct().Count());
        Assert.Equal(TestConditions.StandardCount, All.Count);
        Assert.InRange(All.Count(condition => !condition.IsInvariance), 14, 20);
        Assert.All(All, condition => Assert.NotEmpty(condition.Description));
    }

    [Fact]
    public void Apply_Every_IsFiniteNotSilentAndTheSameForTheSameSeed()
    {
        Waveform clip = new(Rate, Tone);
        foreach (TestCondition condition in All)
        {
            Waveform first = condition.Apply(clip, new RandomSource(1));
            Assert.All(first.Channel(0).ToArray(), value => Assert.True(float.IsFinite(value)));
            Assert.Contains(first.Channel(0).ToArray(), value => Math.Abs(value) > 1e-4);
            Assert.Equal(first.Channel(0).ToArray(), condition.Apply(clip, new RandomSource(1)).Channel(0).ToArray());
        }
    }

    [Theory]
    [InlineData("white-20", 20)]
    [InlineData("white-10", 10)]
    [InlineData("white-0", 0)]
    [InlineData("pink-10", 10)]
    [InlineData("babble-20", 20)]
    [InlineData("babble-10", 10)]
    [InlineData("hum-10", 10)]
    public void Apply_Noise_IsThatFarBelowTheVoiceWhateverSilenceIsAround(string name, double decibels)
    {
        // Long, so that the hangover of P.56 after the tone is a small part of it.
        float[] tone = [.. Enumerable.Repeat(Tone, 8).SelectMany(each => each)];
        float[] padded = [.. new float[Rate], .. tone, .. new float[Rate]];
        Waveform noisy = Named(name).Apply(new Waveform(Rate, padded), new RandomSource(1));

        double noise = padded.Zip(noisy.Channel(0).ToArray(), (clean, heard) => (double)(heard - clean) * (heard - clean)).Average();
        Assert.Equal(decibels, SpeechLevel.Measure(tone, Rate) - (10 * Math.Log10(noise)), 0.3);
    }

    [Fact]
    public void RecordedNoise_Folder_IsThatNoiseThatFarBelowTheVoice()
    {
        using TestSupport.TemporaryFolder folder = new();
        float[] street = [.. Enumerable.Range(0, 3 * Rate).Select(i => 0.4f * (float)Math.Sin(2 * Math.PI * 100 * i / Rate))];
        new Waveform(Rate, street).Save(folder["street.wav"]);
        float[] tone = [.. Enumerable.Repeat(Tone, 8).SelectMany(each => each)];

        IReadOnlyList<TestCondition> conditions = TestConditions.RecordedNoise(folder.Path);

        Assert.All(conditions, condition => Assert.True(condition.IsAdditional));
        foreach ((TestCondition condition, double decibels) in conditions.Zip([20.0, 10.0]))
        {
            float[] noisy = condition.Apply(new Waveform(Rate, tone), new RandomSource(1)).Channel(0).ToArray();
            float[] noise = [.. noisy.Zip(tone, (heard, clean) => heard - clean)];
            Assert.Equal(decibels, SpeechLevel.Measure(tone, Rate) - (10 * Math.Log10(noise.Average(each => (double)each * each))), 0.3);

            // A tone of 100 Hz has the opposite sign half a period later.
            Assert.Equal(-noise[1000], noise[1000 + (Rate / 200)], 1e-3f);
        }

        Assert.Throws<ArgumentException>(() => TestConditions.RecordedNoise(Directory.CreateDirectory(folder["empty"]).FullName));
    }

    [Theory]
    [InlineData("level-20", -20)]
    [InlineData("level-40", -40)]
    public void Apply_Level_IsAGainAlone(string name, double decibels)
    {
        float gain = (float)Math.Pow(10, decibels / 20);
        Waveform heard = Named(name).Apply(new Waveform(Rate, Tone), new RandomSource(1));
        Assert.All(Tone.Zip(heard.Channel(0).ToArray()), pair => Assert.Equal(gain * pair.First, pair.Second, 1e-7f));
    }

    [Fact]
    public void Apply_Invariances_KeepTheRecordingUnderTheChange()
    {
        Waveform clip = new(Rate, Tone);
        Assert.Equal(2, Named("stereo").Apply(clip, new RandomSource(1)).ChannelCount);
        Assert.Equal(48_000, Named("rate-48").Apply(clip, new RandomSource(1)).SampleRate);
        Assert.Equal(3 * Rate, Named("silence-around").Apply(clip, new RandomSource(1)).SampleCount);
        Assert.Equal(0.05, Named("offset").Apply(clip, new RandomSource(1)).Channel(0).ToArray().Average(), 1e-3);
    }

    [Fact]
    public void Apply_StereoRecording_IsMixedBeforeNoiseAndKeptUnderALevel()
    {
        Waveform clip = new(Rate, Tone, Tone);
        Assert.Equal(1, Named("white-10").Apply(clip, new RandomSource(1)).ChannelCount);
        Assert.Equal(2, Named("level-20").Apply(clip, new RandomSource(1)).ChannelCount);
    }

    private static TestCondition Named(string name) => All.Single(condition => condition.Name == name);
}
