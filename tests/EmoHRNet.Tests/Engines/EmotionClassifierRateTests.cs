using EmoHRNet.Tests.DependencyInjection;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierRateTests<TEngine>
    where TEngine : IClassifierEngine
{
    [Fact]
    public void Predict_RateThatLooksWrong_IsNotedAndLoggedAndChangesNothing()
    {
        using TemporaryFolder folder = new();
        using RecordingLoggerFactory log = new();
        using EmotionNetworkClassifier classifier = TEngine.Create(TestModel.Save(folder["m"]), logger: log);
        float[] slow = SyntheticVoice.Speech(3, 1 / 3d);
        EmotionPrediction assumed = classifier.Predict(slow);
        EmotionPrediction stated = classifier.Predict(slow, SyntheticVoice.Rate);
        Assert.Empty(stated.Notes);
        string note = Assert.Single(assumed.Notes);
        Assert.Contains("16000 Hz was assumed", note, StringComparison.Ordinal);
        Assert.Contains(note, Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.Equal(stated.Probabilities, assumed.Probabilities);
        Assert.Equal((stated.Label, stated.SourceSampleRate), (assumed.Label, assumed.SourceSampleRate));
    }
}
