using EmoHRNet.Audio;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests;

/// <summary>What a fake gets for nothing: members that follow from those it writes.</summary>
public sealed class IEmotionClassifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClassifier _fake = new();

    public IEmotionClassifierTests() => new Waveform(8_000, new float[12_000]).Save(_folder["a.wav"]);

    private IEmotionClassifier Classifier => _fake;

    public void Dispose()
    {
        _fake.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task FileMembers_OfAFake_ReadTheFileAndAskTheFake()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Equal("angry", (await Classifier.PredictFileAsync(_folder["a.wav"], token)).Label);
        EmotionTimeline timeline = Classifier.AnalyzeFile(_folder["a.wav"], cancellationToken: token);
        Assert.Equal(TimeSpan.FromSeconds(1.5), timeline.Duration);
        Assert.Equal(timeline.Duration, (await Classifier.AnalyzeFileAsync(_folder["a.wav"], cancellationToken: token)).Duration);
        Assert.Equal("calm", Classifier.ExplainFile(_folder["a.wav"], "calm", cancellationToken: token).Label);
        Assert.Throws<FileNotFoundException>(() => Classifier.AnalyzeFile(_folder["none"], cancellationToken: token));
    }

    [Fact]
    public async Task AsyncMembers_OfAFake_Cancelled_DoNotStart()
    {
        CancellationToken cancelled = new(true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Classifier.PredictFileAsync(_folder["a.wav"], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Classifier.AnalyzeFileAsync(_folder["a.wav"], cancellationToken: cancelled));
    }

    /// <summary>Through the interface the classifier's own forms run, not the defaults: a file is read block by block.</summary>
    [Fact]
    public void AnalyzeFile_OfTheClassifierThroughTheInterface_IsItsOwn()
    {
        using EmotionNetworkClassifier real = new(TestModel.Description, new BandNetwork(TestModel.Description));
        List<AnalysisProgress> reports = [];
        IEmotionClassifier seen = real;
        EmotionTimeline timeline = seen.AnalyzeFile(_folder["a.wav"], null, new Listener(reports.Add), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(1.5), timeline.Duration);
        Assert.Equal(2, reports.Count);
        File.WriteAllText(_folder["text.wav"], "no audio");
        Assert.Throws<AudioFormatException>(() => seen.AnalyzeFile(_folder["text.wav"], cancellationToken: TestContext.Current.CancellationToken));
    }

    private sealed class Listener(Action<AnalysisProgress> report) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => report(value);
    }
}
