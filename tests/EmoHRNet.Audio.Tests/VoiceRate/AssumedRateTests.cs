using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.VoiceRate;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.VoiceRate;

public sealed class AssumedRateTests
{
    private const int Rate = SyntheticVoice.Rate;

    [Theory]
    [InlineData(1 / 3d, "higher")]
    [InlineData(1, null)]
    [InlineData(2, "lower")]
    public void Find_SyntheticSpeech_IsDoubtedWhereNoVoiceSoundsSo(double speed, string? expected)
    {
        string? found = AssumedRate.Find(SyntheticVoice.Speech(4, speed), Rate);
        Assert.Equal(expected is null, found is null);
        Assert.Contains(expected ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NothingVoiced_SaysNothing()
    {
        Random random = new(1);
        Assert.Null(AssumedRate.Find([.. Enumerable.Range(0, 32_000).Select(_ => random.NextSingle() - 0.5f)], Rate));
        Assert.Null(AssumedRate.Find(new float[32_000], Rate));
        Assert.Null(AssumedRate.Find([0.1f], Rate));
    }

    [Theory]
    [InlineData(8_000, "lower", 14)]
    [InlineData(32_000, "higher", 36)]
    [InlineData(48_000, "higher", 43)]
    public void Find_RealSpeechAtAnotherRate_IsOftenDoubted(int rate, string expected, int least)
    {
        Resampler resampler = new(Rate, rate);
        int found = Clips().Count(clip => AssumedRate.Find(resampler.Resample(clip), Rate)?.Contains(expected, StringComparison.Ordinal) is true);
        Assert.InRange(found, least, 48);
    }

    /// <summary>Includes telephone speech, with nothing above 4 kHz.</summary>
    [Fact]
    public void Find_RealSpeechAtItsRate_IsHardlyEverDoubted()
    {
        Resampler down = new(Rate, 8_000);
        Resampler up = new(8_000, Rate);
        float[][] clips = Clips();
        Assert.InRange(clips.Count(clip => AssumedRate.Find(clip, Rate) is not null), 0, 1);
        Assert.InRange(clips.Count(clip => AssumedRate.Find(up.Resample(down.Resample(clip)), Rate) is not null), 0, 1);
    }

    private static float[][] Clips()
    {
        string? corpus = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(corpus is null, "The reference recordings are not on this machine.");
        float[][] clips = [.. Directory.EnumerateFiles(corpus, "*.wav", SearchOption.AllDirectories).Select(path => Waveform.Load(path).Channel(0).ToArray())];
        Assert.Equal(48, clips.Length);
        return clips;
    }
}
