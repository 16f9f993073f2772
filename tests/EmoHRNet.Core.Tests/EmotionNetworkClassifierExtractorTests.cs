using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Core.Tests;

/// <summary>Models that were trained with an application's own extractor.</summary>
public class EmotionNetworkClassifierExtractorTests
{
    private const int Rate = 16_000;
    private static readonly LagExtractor Own = new();
    private static readonly ModelDescription Model = TestModel.Description with { Extractor = ExtractorDescription.Of(Own) };
    private static readonly int WindowSamples = ((Model.WindowFrames - 1) * LagExtractor.Hop) + LagExtractor.Frame;

    [Fact]
    public void Constructor_WithoutTheExtractor_NamesIt()
    {
        BandNetwork network = new(Model);

        ExtractorMismatchException e = Assert.Throws<ExtractorMismatchException>(() => new EmotionNetworkClassifier(Model, network));

        Assert.Contains("'differences at 8 lags'", e.Message, StringComparison.Ordinal);
        Assert.Contains("ClassifierOptions.Extractor", e.Message, StringComparison.Ordinal);
        Assert.Equal(Model.Extractor, e.Expected);
        Assert.Null(e.Given);
        Assert.True(network.IsDisposed);
    }

    [Fact]
    public void Constructor_AnotherExtractor_IsRefused()
    {
        ExtractorMismatchException otherName = Refused(Model, new LagExtractor(12));
        ExtractorMismatchException otherValues = Refused(Model, new LagExtractor(8, scale: 1.1f));
        ExtractorMismatchException builtIn = Refused(TestModel.Description, Own);

        Assert.Contains("12 lags", otherName.Message, StringComparison.Ordinal);
        Assert.Contains("different output", otherValues.Message, StringComparison.Ordinal);
        Assert.Contains("built-in features", builtIn.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_OwnExtractor_EqualsTheMeansOfItsBands()
    {
        using EmotionNetworkClassifier classifier = Create(Model);
        float[] clip = Speech(WindowSamples);

        EmotionPrediction found = classifier.Predict(clip, Rate);

        Spectrogram features = Own.Extract(clip);
        double[] logits = [.. Enumerable.Range(0, 4).Select(i =>
            (Mean(features.Band(0, 2 * i)) + Mean(features.Band(0, (2 * i) + 1))) / 2 / Model.Temperature)];
        double sum = logits.Sum(Math.Exp);
        Assert.All(logits.Zip(found.Probabilities.Values), pair => Assert.Equal(Math.Exp(pair.First) / sum, pair.Second, 1e-4));
    }

    [Theory]
    [InlineData(GainNormalization.None)]
    [InlineData(GainNormalization.ActiveSpeech)]
    public void Analyze_OwnExtractor_HearsEveryWindowAsAClip(GainNormalization gain)
    {
        using EmotionNetworkClassifier classifier = Create(Model with { Preparation = new PreparationOptions { Gain = gain } });
        float[] samples = Speech(3 * Rate);

        EmotionTimeline timeline = classifier.Analyze(samples, Rate, new AnalysisOptions { Smoothing = 1, VoiceActivity = null }, cancellationToken: Token);

        int frames = Own.FrameCount(samples.Length);
        int[] starts = [.. Enumerable.Range(0, frames).Select(i => i * Model.WindowFrames / 2).TakeWhile(start => start + Model.WindowFrames < frames), frames - Model.WindowFrames];
        Assert.Equal(starts.Select(start => start * LagExtractor.Hop / (double)Rate), timeline.Windows.Select(window => window.Start.TotalSeconds));
        Assert.All(timeline.Windows.Zip(starts).SkipLast(1), pair => Close(
            classifier.Predict(samples.AsSpan(pair.Second * LagExtractor.Hop, WindowSamples), Rate), pair.First.Prediction));
        Close(classifier.Predict(samples.AsSpan(starts[^1] * LagExtractor.Hop), Rate), timeline.Windows[^1].Prediction);
    }

    [Fact]
    public async Task AnalyzeLiveAsync_OwnExtractorInPieces_GivesTheSegmentsOfTheWhole()
    {
        using EmotionNetworkClassifier classifier = Create(Model);
        float[] samples = Speech(4 * Rate);

        List<EmotionSegment> live = await classifier.AnalyzeLiveAsync(Pieces(samples), Rate, cancellationToken: Token).ToListAsync(Token);

        EmotionTimeline whole = classifier.Analyze(samples, Rate, cancellationToken: Token);
        Assert.Equal(whole.Segments.Select(s => (s.Start, s.End, s.Label)), live.Select(s => (s.Start, s.End, s.Label)));
    }

    [Fact]
    public void RequireModel_MissingExtractor_IsFoundBeforeAnyWeightIsRead()
    {
        Assert.Throws<ExtractorMismatchException>(() => new ClassifierOptions().RequireModel(Model));
        new ClassifierOptions { Extractor = Own }.RequireModel(Model);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static EmotionNetworkClassifier Create(ModelDescription model) => new(model, new BandNetwork(model), new ClassifierOptions { Extractor = Own });

    private static ExtractorMismatchException Refused(ModelDescription model, IFeatureExtractor given) => Assert.Throws<ExtractorMismatchException>(() =>
        new EmotionNetworkClassifier(model, new BandNetwork(model), new ClassifierOptions { Extractor = given }));

    private static void Close(EmotionPrediction expected, EmotionPrediction found) =>
        Assert.All(expected.Probabilities.Values.Zip(found.Probabilities.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));

    private static double Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static float[] Speech(int count) => [.. Enumerable.Range(0, count).Select(i =>
        (float)(0.3 * Math.Max(0.05, Math.Sin(i / 900.0)) * Math.Sin((0.3 * i) + (400 * Math.Sin(i / 9000.0)))))];

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Pieces(float[] samples)
    {
        foreach (float[] piece in samples.Chunk(1_234))
        {
            await Task.Yield();
            yield return piece;
        }
    }
}
