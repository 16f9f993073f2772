using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Augmentation.Noise;
using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.SpeechDetection;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.SpeechDetection;

/// <summary>Real speech of speakers not used in training, and sounds that are not speech.</summary>
public class SpeechDetectorTests
{
    private const int Rate = 16_000;

    private static readonly Lazy<float[][]> Speech = new(() => Load("ravdess-mini", 48));

    [Theory]
    [InlineData("clean")]
    [InlineData("white 5 dB")]
    [InlineData("pink 5 dB")]
    [InlineData("babble 5 dB")]
    [InlineData("hum 5 dB")]
    [InlineData("room")]
    [InlineData("telephone")]
    [InlineData("call")]
    [InlineData("clipping")]
    [InlineData("40 dB quieter")]
    [InlineData("silence around")]
    public void Probability_RealSpeechUnderACondition_IsSpeech(string condition)
    {
        Assert.SkipWhen(Speech.Value.Length == 0, "No speech beside the repository.");
        Random random = new(1);

        int passed = Speech.Value.Count(clip => SpeechDetector.Probability(Under(condition, clip, random), Rate) >= SpeechDetector.DefaultThreshold);

        Assert.InRange(passed, (int)Math.Ceiling(0.95 * Speech.Value.Length), Speech.Value.Length);
    }

    /// <summary>Polish and German actors in studios, Indian volunteers on their phones.</summary>
    [Theory]
    [InlineData("nemo")]
    [InlineData("emodb")]
    [InlineData("indian")]
    public void Probability_SpeechOfOtherCorpora_IsSpeech(string corpus)
    {
        float[][] clips = Load(corpus, 60);
        Assert.SkipWhen(clips.Length == 0, "No speech beside the repository.");

        int passed = clips.Count(clip => SpeechDetector.Probability(clip, Rate) >= SpeechDetector.DefaultThreshold);

        Assert.InRange(passed, (int)Math.Ceiling(0.9 * clips.Length), clips.Length);
    }

    [Theory]
    [InlineData("white noise")]
    [InlineData("pink noise")]
    [InlineData("brown noise")]
    [InlineData("mains hum")]
    [InlineData("hum in a quiet room")]
    [InlineData("tone")]
    [InlineData("dial tone")]
    [InlineData("busy tone")]
    [InlineData("touch tones")]
    [InlineData("sweep")]
    [InlineData("siren")]
    [InlineData("clock")]
    [InlineData("steps")]
    [InlineData("engine")]
    [InlineData("chords")]
    [InlineData("organ")]
    public void Probability_SoundThatIsNoSpeech_IsBelowTheThreshold(string sound) =>
        Assert.InRange(SpeechDetector.Probability(SoundsThatAreNoSpeech.Create(sound), Rate)!.Value, 0, SpeechDetector.DefaultThreshold);

    [Fact]
    public void Probability_Level_ChangesNothing()
    {
        float[] voice = SyntheticVoice.Speech(3);

        float loud = SpeechDetector.Probability(voice, Rate)!.Value;
        float quiet = SpeechDetector.Probability(Array.ConvertAll(voice, sample => sample * 0.03f), Rate)!.Value;

        Assert.Equal(loud, quiet, 0.01f);
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(24_000)]
    [InlineData(48_000)]
    public void Probability_OtherSampleRate_GivesTheSameVerdict(int rate)
    {
        Assert.SkipWhen(Speech.Value.Length == 0, "No speech beside the repository.");

        int passed = Speech.Value.Take(12).Count(clip =>
            SpeechDetector.Probability(new Resampler(Rate, rate).Resample(clip), rate) >= SpeechDetector.DefaultThreshold);

        Assert.Equal(12, passed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_000)]
    public void Probability_LessThanASyllable_CannotBeTold(int count) =>
        Assert.Null(SpeechDetector.Probability(SyntheticVoice.Speech(1).AsSpan(0, count), Rate));

    [Theory]
    [InlineData(4_000)]
    [InlineData(7_000)]
    [InlineData(40_000)]
    public void Probability_DigitalSilence_IsNoSpeech(int count) =>
        Assert.InRange(SpeechDetector.Probability(new float[count], Rate)!.Value, 0, SpeechDetector.DefaultThreshold);

    internal static float[][] Load(string corpus, int most)
    {
        if (SharedData.PathOrNull("corpora", corpus) is not { } folder)
        {
            return [];
        }

        string[] files = [.. Directory.EnumerateFiles(folder).Where(path => Path.GetExtension(path) is ".wav" or ".opus").Order(StringComparer.Ordinal)];
        IEnumerable<string> chosen = Enumerable.Range(0, Math.Min(most, files.Length)).Select(i => files[(int)((long)i * files.Length / Math.Min(most, files.Length))]);
        AudioPreparation preparation = new(new PreparationOptions { SampleRate = Rate });
        return [.. chosen.Select(path => preparation.Prepare(Waveform.Load(path)))];
    }

    private static float[] Under(string condition, float[] clip, Random random) => condition switch
    {
        "clean" => clip,
        "white 5 dB" => Noise(new WhiteNoise()).Apply(clip, Rate, random),
        "pink 5 dB" => Noise(new PinkNoise()).Apply(clip, Rate, random),
        "babble 5 dB" => Noise(new BabbleNoise(Rate, Speech.Value, 5, 5)).Apply(clip, Rate, random),
        "hum 5 dB" => Noise(new MainsHum()).Apply(clip, Rate, random),
        "room" => new RoomReverberation().Apply(clip, Rate, random),
        "telephone" => new Telephone(new TelephoneOptions()).Apply(clip, Rate, random),
        "call" => new OpusCall(new OpusOptions()).Apply(clip, Rate, random),
        "clipping" => new Clipping(new ClippingOptions()).Apply(clip, Rate, random),
        "40 dB quieter" => Array.ConvertAll(clip, sample => sample * 0.01f),
        "silence around" => [.. new float[Rate], .. clip, .. new float[Rate]],
        _ => throw new ArgumentException($"There is no condition '{condition}'.", nameof(condition)),
    };

    private static NoiseInjection Noise(INoiseSource source) =>
        new(new NoiseInjectionOptions { MinimumDecibels = 5, MaximumDecibels = 5, Reference = SpeechReference.ActiveSpeech }, source);
}
