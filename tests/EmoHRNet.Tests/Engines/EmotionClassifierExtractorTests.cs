using EmoHRNet.Audio.Features;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierExtractorTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private static readonly LagExtractor Own = new(24);
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    protected EmotionClassifierExtractorTests() =>
        _path = TestModel.Save(_folder["m.safetensors"], TestModel.Description with { Extractor = ExtractorDescription.Of(Own) });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Constructor_WithoutTheExtractorOrWithAnother_SaysWhichIsNeeded()
    {
        ExtractorMismatchException missing = Assert.Throws<ExtractorMismatchException>(() => TEngine.Create(_path));
        ExtractorMismatchException other = Assert.Throws<ExtractorMismatchException>(() => TEngine.Create(_path, new ClassifierOptions { Extractor = new LagExtractor(23) }));

        Assert.Contains("differences at 24 lags", missing.Message, StringComparison.Ordinal);
        Assert.Contains("differences at 23 lags", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_OwnExtractor_EqualsTheNetworkOnItsFeatures()
    {
        using EmotionNetworkClassifier classifier = TEngine.Create(_path, new ClassifierOptions { Extractor = Own });
        float[] samples = TestSignals.Chirp(16_000);

        EmotionPrediction found = classifier.Predict(samples, 16_000);

        using LoadedModel model = ModelFile.Load(_path);
        Spectrogram features = Own.Extract(samples);
        ClipWindows windows = new(TestModel.Description.WindowFrames);
        float[] rows = [.. Enumerable.Range(0, windows.Count(features.FrameCount)).SelectMany(w =>
        {
            float[] window = new float[24 * 48];
            windows.CopyTo(features, w, window);
            using var input = TorchSharp.torch.tensor(window, [1, 1, 24, 48]);
            using var logits = model.Module.call(input);
            using var scaled = logits / 1.5;
            using var softmax = scaled.softmax(1);
            return softmax.data<float>().ToArray();
        })];
        Assert.All(ProbabilityMean.Of(rows, 4).Zip(found.Probabilities.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        Assert.NotEmpty(classifier.Analyze(samples, 16_000, cancellationToken: TestContext.Current.CancellationToken).Windows);
    }
}
