using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests;

/// <summary>The extension methods that a fake gets from the members it implements.</summary>
public sealed class EmotionClassifierExtensionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClassifier _fake = new();

    public EmotionClassifierExtensionsTests() => new Waveform(8_000, new float[12_000]).Save(_folder["a.wav"]);

    // Typed as in applications.
#pragma warning disable CA1859
    private IEmotionClassifier Classifier => _fake;
#pragma warning restore CA1859

    public void Dispose()
    {
        _fake.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task FileForms_OfAFake_ReadTheFileAndAskTheFake()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Equal("angry", Classifier.PredictFile(_folder["a.wav"]).Label);
        Assert.Equal("angry", (await Classifier.PredictFileAsync(_folder["a.wav"], token)).Label);
        Assert.All(_fake.Asked, clip => Assert.Equal((8_000, 12_000), (clip.SampleRate, clip.SampleCount)));
        EmotionTimeline timeline = Classifier.AnalyzeFile(_folder["a.wav"], cancellationToken: token);
        Assert.Equal(TimeSpan.FromSeconds(1.5), timeline.Duration);
        Assert.Equal(timeline.Duration, (await Classifier.AnalyzeFileAsync(_folder["a.wav"], cancellationToken: token)).Duration);
        Assert.Equal(timeline.Duration, Assert.Single(Classifier.AnalyzeFileChannels(_folder["a.wav"], cancellationToken: token)).Duration);
        Assert.Equal("calm", Classifier.ExplainFile(_folder["a.wav"], "calm", cancellationToken: token).Label);
        Assert.Throws<FileNotFoundException>(() => Classifier.AnalyzeFile(_folder["none"], cancellationToken: token));
    }

    [Fact]
    public void SampleForms_OfAFake_HandItTheSamplesAsAWaveform()
    {
        float[] samples = [0.5f, -0.25f, 0];
        Classifier.Predict(samples);
        Classifier.Predict(samples, 16_000);
        Classifier.Predict((short[])[16_384, -8_192, 0], 16_000);
        Classifier.PredictPcm16([0x00, 0x40, 0x00, 0xE0, 0x00, 0x00], 16_000);
        using MemoryStream wav = new();
        new Waveform(16_000, samples).Save(wav, WavEncoding.IeeeFloat);
        wav.Position = 0;
        Classifier.Predict(wav);
        Classifier.PredictBatch([samples], 16_000, TestContext.Current.CancellationToken);
        Assert.Equal(6, _fake.Asked.Count);
        Assert.All(_fake.Asked, clip => Assert.Equal(16_000, clip.SampleRate));
        Assert.All(_fake.Asked, clip => Assert.Equal(samples, clip.Channel(0).ToArray()));
    }

    [Fact]
    public void PredictFile_OfAFakeWithTimings_AddsTheTimeOfDecoding()
    {
        EmotionPrediction answer = Classifier.PredictFile(_folder["a.wav"]);
        Assert.True(answer.Timings.Decoding > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, Classifier.Predict(Waveform.Load(_folder["a.wav"])).Timings.Decoding);
    }

    /// <summary>Errors in a file are found and named before the classifier gets it.</summary>
    [Fact]
    public void FileForms_ContentThatNobodyCanHear_AreRefusedWithTheName()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        new Waveform(16_000, [0f, float.NaN]).Save(_folder["nan.wav"], WavEncoding.IeeeFloat);
        new Waveform(16_000, Array.Empty<float>()).Save(_folder["empty.wav"]);
        foreach (string name in new[] { "nan.wav", "empty.wav" })
        {
            Assert.Contains(name, Assert.Throws<AudioFormatException>(() => Classifier.PredictFile(_folder[name])).Message, StringComparison.Ordinal);
            Assert.Throws<AudioFormatException>(() => Classifier.AnalyzeFile(_folder[name], cancellationToken: token));
            Assert.Throws<AudioFormatException>(() => Classifier.AnalyzeFileChannels(_folder[name], cancellationToken: token));
            Assert.Throws<AudioFormatException>(() => Classifier.ExplainFile(_folder[name], cancellationToken: token));
        }

        Assert.Empty(_fake.Asked);
    }

    [Fact]
    public async Task LiveForms_OfAFake_HandItBlocks()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        using MemoryStream pcm = new(new byte[2 * 1_600]);
        List<EmotionSegment> fromPcm = await Classifier.AnalyzeLiveAsync(pcm, new RawAudioFormat { SampleRate = 8_000 }, cancellationToken: token).ToListAsync(token);
        Assert.Equal(TimeSpan.FromSeconds(0.2), fromPcm[^1].End);
        Assert.Equal(2, fromPcm.Count);
        List<EmotionSegment> fromSamples = await Classifier.AnalyzeLiveAsync(Pieces(), 8_000, cancellationToken: token).ToListAsync(token);
        Assert.Equal([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.75)], fromSamples.Select(segment => segment.End));
        Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.AnalyzeLiveAsync(Pieces(), 44, cancellationToken: token));
    }

    [Fact]
    public async Task AsyncForms_OfAFake_Cancelled_DoNotStart()
    {
        CancellationToken cancelled = new(true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Classifier.PredictFileAsync(_folder["a.wav"], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Classifier.AnalyzeFileAsync(_folder["a.wav"], cancellationToken: cancelled));
        Assert.Empty(_fake.Asked);
    }

    /// <summary>Calls through the interface use the classifier's own members, not the defaults: a file is read block by block.</summary>
    [Fact]
    public void AnalyzeFile_OfTheClassifierThroughTheInterface_ReadsBlockByBlock()
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

    [Fact]
    public async Task AnalyzeLiveAsync_BlocksOfTwoFormats_AreRefused()
    {
        using EmotionNetworkClassifier real = new(TestModel.Description, new BandNetwork(TestModel.Description));
        CancellationToken token = TestContext.Current.CancellationToken;
        IAsyncEnumerable<Waveform> blocks = new[] { new Waveform(16_000, new float[100]), new Waveform(8_000, new float[100]) }.ToAsyncEnumerable();
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(async () => await real.AnalyzeLiveAsync(blocks, cancellationToken: token).ToListAsync(token));
        Assert.Contains("8000 Hz", e.Message, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Pieces()
    {
        await Task.Yield();
        yield return new float[4_000];
        yield return new float[2_000];
    }

    private sealed class Listener(Action<AnalysisProgress> report) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => report(value);
    }
}
