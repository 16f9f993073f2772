using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;
using EmoHRNet.Tests.DependencyInjection;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests.Inference;

public sealed class AssumedRateTests
{
    private const int Rate = 16_000;

    /// <summary>What is read at another rate has all its frequencies multiplied: the estimate must follow exactly.</summary>
    [Theory]
    [InlineData(8_000)]
    [InlineData(22_050)]
    [InlineData(44_100)]
    public void Estimate_SameSamplesAtAnotherRate_IsMultipliedByTheRatio(int rate)
    {
        float[] vowel = Vowel(180, 2);
        double ratio = AssumedRate.Estimate(vowel, rate)!.Value / AssumedRate.Estimate(vowel, Rate)!.Value;
        Assert.Equal((double)rate / Rate, ratio, 0.03 * rate / Rate);
    }

    [Theory]
    [InlineData(50, "higher")]
    [InlineData(180, null)]
    [InlineData(800, "lower")]
    public void Find_Vowel_IsDoubtedWhereNoVoiceSoundsSo(double pitch, string? expected)
    {
        string? found = AssumedRate.Find(Vowel(pitch, 2, formants: pitch > 500 ? 4 / 3.0 : pitch / 180), Rate);
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
        Assert.Null(AssumedRate.Find(Vowel(50, 0.2, formants: 0.3), Rate));
    }

    [Fact]
    public void Find_RealSpeech_DoubtsWhatWasSlowedDownAndSeldomWhatIsRight()
    {
        string? corpus = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(corpus is null, "The reference recordings are not on this machine.");
        float[][] clips = [.. Directory.EnumerateFiles(corpus, "*.wav", SearchOption.AllDirectories).Select(path => Waveform.Load(path).Channel(0).ToArray())];
        Assert.Equal(48, clips.Length);
        Assert.InRange(clips.Count(clip => AssumedRate.Find(clip, Rate) is not null), 0, 1);
        Resampler upwards = new(Rate, 48_000);
        Assert.InRange(clips.Count(clip => AssumedRate.Find(upwards.Resample(clip), Rate)?.Contains("higher", StringComparison.Ordinal) is true), 24, 48);
    }

    [Fact]
    public void Predict_RateThatLooksWrong_IsNotedAndLoggedAndChangesNothing()
    {
        using TemporaryFolder folder = new();
        using RecordingLoggerFactory log = new();
        using EmotionClassifier classifier = new(TestModel.Save(folder["m"]), logger: log);
        float[] slow = Vowel(50, 2, formants: 0.3);
        EmotionPrediction assumed = classifier.Predict(slow);
        EmotionPrediction stated = classifier.Predict(slow, Rate);
        Assert.Empty(stated.Notes);
        string note = Assert.Single(assumed.Notes);
        Assert.Contains("16000 Hz was assumed", note, StringComparison.Ordinal);
        Assert.Contains(note, Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.Equal(stated.Probabilities, assumed.Probabilities);
        Assert.Equal((stated.Label, stated.SourceSampleRate), (assumed.Label, assumed.SourceSampleRate));
    }

    /// <summary>Harmonics of a slightly moving pitch through two resonances, as of an open vowel.</summary>
    private static float[] Vowel(double pitch, double seconds, double formants = 1)
    {
        float[] samples = new float[(int)(seconds * Rate)];
        for (int harmonic = 1; harmonic * pitch < 0.45 * Rate; harmonic++)
        {
            double gain = (Resonance(harmonic * pitch, 600 * formants) + (0.3 * Resonance(harmonic * pitch, 1200 * formants))) / 20;
            for (int i = 0; i < samples.Length; i++)
            {
                double t = (double)i / Rate;
                samples[i] += (float)(gain * Math.Sin(harmonic * ((2 * Math.PI * pitch * t) + (0.5 * Math.Sin(6 * t)))));
            }
        }

        return samples;
    }

    private static double Resonance(double frequency, double center) => 1 / (1 + Math.Pow((frequency - center) / (0.2 * center), 2));
}
