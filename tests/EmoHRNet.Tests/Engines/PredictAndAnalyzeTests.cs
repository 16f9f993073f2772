using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

/// <summary>When Predict and Analyze give the same probabilities, and when they do not.</summary>
public abstract class PredictAndAnalyzeTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private const int Rate = 16_000;
    private const int WindowSamples = 47 * 256; // 48 frames, the first one centered on the first sample
    private static readonly AnalysisOptions Plain = new() { Smoothing = 1, VoiceActivity = null };
    private static readonly PreparationOptions Trimming = new() { Trim = new SilenceTrimOptions { ThresholdDecibels = -30, MarginSeconds = 0.05 } };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A clip of at most one window without silence to trim is one window for both.</summary>
    [Theory]
    [InlineData(4_000)]
    [InlineData(WindowSamples)]
    public void AtMostOneWindowWithoutSilence_AreEqual(int count)
    {
        using EmotionNetworkClassifier classifier = Load(TestModel.Description with { Preparation = Trimming });
        float[] clip = Voice(count);
        AssertClose(classifier.Predict(clip, Rate), Assert.Single(Analyze(classifier, clip).Windows).Prediction);
    }

    /// <summary>Predict equals Analyze of the trimmed clip; Analyze of the clip itself keeps its silence and its times.</summary>
    [Fact]
    public void SilenceAround_PredictEqualsAnalyzeOfTheTrimmedClip()
    {
        using EmotionNetworkClassifier classifier = Load(TestModel.Description with { Preparation = Trimming });
        float[] clip = [.. new float[5_000], .. Voice(5_000), .. new float[5_000]];
        float[] trimmed = new AudioPreparation(Trimming).Prepare(clip, Rate);
        Assert.InRange(trimmed.Length, 5_000, 8_000);
        EmotionPrediction predicted = classifier.Predict(clip, Rate);
        AssertClose(predicted, Assert.Single(Analyze(classifier, trimmed).Windows).Prediction);
        EmotionTimeline timeline = Analyze(classifier, clip);
        Assert.Equal((double)clip.Length / Rate, timeline.Duration.TotalSeconds, 1e-6);
        Assert.Contains(timeline.Windows, window => Difference(predicted, window.Prediction) > 1e-3);
    }

    /// <summary>For longer clips, normalization per clip or per window makes the difference; without it, whole hops give equal means.</summary>
    [Fact]
    public void SeveralWindows_AreEqualOnAverageWhereNothingIsNormalizedByTheClip()
    {
        float[] clip = [.. Voice(WindowSamples + (3 * 24 * 256)).Select((sample, i) => sample * (1 + (i / 8_000)))];
        FeatureOptions features = TestModel.Description.Features;
        using EmotionNetworkClassifier normalizing = Load(TestModel.Description);
        using EmotionNetworkClassifier plain = Load(TestModel.Description with { Features = features with { Mel = features.Mel with { Normalization = FeatureNormalization.None } } });
        Assert.Equal(4, plain.Predict(clip, Rate).WindowCount);
        AssertClose(plain.Predict(clip, Rate), Mean(Analyze(plain, clip)));
        Assert.True(Difference(normalizing.Predict(clip, Rate), Mean(Analyze(normalizing, clip))) > 1e-4);
    }

    /// <summary>A model that normalizes the level gets every window at that level, no matter how loud the recording is there.</summary>
    [Fact]
    public void LevelSetByThePreparation_WindowsEqualPredictionsOfTheirOwnSamples()
    {
        using EmotionNetworkClassifier classifier = Load(LevelSetting);
        float[] clip = [.. Voice(WindowSamples * 4).Select((sample, i) => sample * MathF.Pow(10, -i / 20_000f))];
        EmotionTimeline timeline = Analyze(classifier, clip);
        Assert.True(timeline.Windows.Count > 6);
        foreach (EmotionWindow window in timeline.Windows.SkipLast(1))
        {
            int start = (int)Math.Round(window.Start.TotalSeconds * Rate);
            AssertClose(classifier.Predict(clip.AsSpan(start, WindowSamples), Rate), window.Prediction);
        }

        int last = (int)Math.Round(timeline.Windows[^1].Start.TotalSeconds * Rate);
        AssertClose(classifier.Predict(clip.AsSpan(last), Rate), timeline.Windows[^1].Prediction);
    }

    [Fact]
    public void LevelSetByThePreparation_SofterRecording_HasTheSameTimeline()
    {
        using EmotionNetworkClassifier classifier = Load(LevelSetting);
        float[] clip = Voice(WindowSamples * 3);
        EmotionTimeline loud = Analyze(classifier, clip);
        EmotionTimeline soft = Analyze(classifier, [.. clip.Select(sample => sample / 32)]);
        Assert.All(loud.Windows.Zip(soft.Windows), pair => AssertClose(pair.First.Prediction, pair.Second.Prediction));
    }

    private static ModelDescription LevelSetting => TestModel.Description with
    {
        Preparation = new() { Gain = GainNormalization.Rms, PreEmphasis = 0.9 },
        Features = new()
        {
            Mel = TestModel.Description.Features.Mel with
            {
                Normalization = FeatureNormalization.Corpus,
                Statistics = new([.. Enumerable.Repeat(-2f, 32)], [.. Enumerable.Repeat(3f, 32)]),
            },
        },
    };

    private static EmotionPrediction Mean(EmotionTimeline timeline) => new(
        timeline.Labels, [.. timeline.Labels.Select(label => timeline.Windows.Average(window => window.Prediction[label]))]);

    private static EmotionTimeline Analyze(EmotionNetworkClassifier classifier, float[] samples) =>
        classifier.Analyze(new Waveform(Rate, samples), Plain, cancellationToken: TestContext.Current.CancellationToken);

    private static void AssertClose(EmotionPrediction expected, EmotionPrediction found) => Assert.InRange(Difference(expected, found), 0, 1e-4);

    private static double Difference(EmotionPrediction a, EmotionPrediction b) => a.Probabilities.Keys.Max(label => Math.Abs(a[label] - b[label]));

    private static float[] Voice(int count) => [.. Enumerable.Range(0, count).Select(i =>
        (float)(0.3 * Math.Max(0.3, Math.Sin(i / 900.0)) * Math.Sin((0.06 * i) + (30 * Math.Sin(i / 9000.0)))))];

    private EmotionNetworkClassifier Load(ModelDescription description) => TEngine.Create(TestModel.Save(_folder[Guid.NewGuid().ToString()], description));
}
