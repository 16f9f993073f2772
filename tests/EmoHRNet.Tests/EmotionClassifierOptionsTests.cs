using EmoHRNet.Audio.Options;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public sealed class EmotionClassifierOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmotionClassifier _classifier;

    public EmotionClassifierOptionsTests() => _classifier = new EmotionClassifier(TestModel.Save(_folder["m.safetensors"]));

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Options_LabelSubset_SharesProbabilityAmongThem()
    {
        using EmotionClassifier two = new(_folder["m.safetensors"], new EmotionClassifierOptions { Labels = ["angry", "sad"] });
        EmotionPrediction all = _classifier.Predict(TestSignals.Chirp(16_000));
        EmotionPrediction some = two.Predict(TestSignals.Chirp(16_000));
        Assert.Equal(["angry", "sad"], some.Probabilities.Keys);
        Assert.Equal(all["angry"] / (all["angry"] + all["sad"]), some["angry"], 1e-5f);
        Assert.Throws<InvalidOptionsException>(() => new EmotionClassifier(_folder["m.safetensors"], new EmotionClassifierOptions { Labels = ["joy"] }));
    }

    [Fact]
    public void Options_Threshold_MakesWeakAnswersUncertain()
    {
        using EmotionClassifier strict = new(_folder["m.safetensors"], new EmotionClassifierOptions { ConfidenceThreshold = 1 });
        Assert.Equal("uncertain", strict.Predict(TestSignals.Chirp(16_000)).Label);
    }

    [Fact]
    public void Options_BrainPrecision_IsClose()
    {
        using EmotionClassifier brain = new(_folder["m.safetensors"], new EmotionClassifierOptions { Precision = InferencePrecision.BFloat16, Device = "cpu" });
        EmotionPrediction full = _classifier.Predict(TestSignals.Chirp(16_000));
        Assert.All(brain.Predict(TestSignals.Chirp(16_000)).Probabilities, x => Assert.Equal(full[x.Key], x.Value, 0.05f));
    }

    [Fact]
    public void Options_OutOfRange_AreAllNamed()
    {
        EmotionClassifierOptions wrong = new() { Device = "gpu", BatchSize = 0, ConfidenceThreshold = double.NaN, Threads = 0, Labels = [], MaximumDuration = TimeSpan.Zero };
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => new EmotionClassifier(_folder["m.safetensors"], wrong));
        Assert.Equal(["Device", "Threads", "BatchSize", "Labels", "ConfidenceThreshold", "MaximumDuration"], e.Problems.Select(p => p.Name));
    }
}
