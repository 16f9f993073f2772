using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierAnalysisTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private const int WindowFrames = 48;
    private const int Hop = 256;
    private readonly TemporaryFolder _folder = new();
    private readonly EmotionNetworkClassifier _classifier;

    protected EmotionClassifierAnalysisTests() => _classifier = TEngine.Create(TestModel.Save(_folder["m"]), new ClassifierOptions { BatchSize = 5 });

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Analyze_Windows_EqualTheNetworkOnSlicesOfTheWholeSpectrogram()
    {
        float[] samples = TestSignals.Speech(6);
        FeatureOptions raw = TestModel.Description.Features with { Mel = TestModel.Description.Features.Mel with { Normalization = FeatureNormalization.None } };
        Spectrogram whole = raw.CreateExtractor().Extract(samples);
        EmotionTimeline timeline = Analyze(samples);
        int regular = 1 + ((whole.FrameCount - WindowFrames) / (WindowFrames / 2));
        int[] starts = [.. Enumerable.Range(0, regular).Select(i => i * WindowFrames / 2), whole.FrameCount - WindowFrames];
        Assert.Equal(starts.Distinct().Select(s => s * Hop / 16_000.0), timeline.Windows.Select(w => w.Start.TotalSeconds));
        using LoadedModel model = ModelFile.Load(_folder["m"]);
        Assert.All(timeline.Windows.Zip(starts), pair => SegmentAssert.Close(Expected(model, whole, pair.Second), pair.First.Prediction, 1e-4f));
    }

    [Fact]
    public void Analyze_SpeechAndSilence_AreSegmentsWithoutGaps()
    {
        float[] samples = [.. TestSignals.Speech(4), .. new float[16_000 * 4], .. TestSignals.Speech(3)];
        EmotionTimeline timeline = Analyze(samples);
        Assert.Equal(TimeSpan.FromSeconds(11), timeline.Duration);
        Assert.Equal(TimeSpan.Zero, timeline.Segments[0].Start);
        Assert.Equal(timeline.Duration, timeline.Segments[^1].End);
        Assert.All(timeline.Segments.Zip(timeline.Segments.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        EmotionSegment silence = Assert.Single(timeline.Segments, s => !s.IsSpeech);
        Assert.Equal("no speech", silence.Label);
        Assert.Equal(4, silence.Start.TotalSeconds, 0.5);
        Assert.Equal(8, silence.End.TotalSeconds, 0.5);
        Assert.All(timeline.Segments.Where(s => s.IsSpeech), s => Assert.Equal(1, s.Prediction!.Probabilities.Values.Sum(), 1e-4f));
    }

    [Fact]
    public void Analyze_WithoutMerging_HasASegmentPerWindow()
    {
        EmotionTimeline timeline = Analyze(TestSignals.Speech(6), new AnalysisOptions { Merge = false, VoiceActivity = null, Smoothing = 1 });
        Assert.Equal(timeline.Windows.Count, timeline.Segments.Count);
        Assert.Equal(timeline.Windows.Select(w => w.Prediction.Label), timeline.Segments.Select(s => s.Label));
    }

    [Fact]
    public void Analyze_LongSegments_AreCut()
    {
        EmotionTimeline timeline = Analyze(
            TestSignals.Speech(12), new AnalysisOptions { MaximumSegmentSeconds = 2, WindowSeconds = 1, HopSeconds = 0.5, VoiceActivity = null });
        Assert.All(timeline.Segments, s => Assert.InRange(s.Duration.TotalSeconds, 0.01, 2.6));
        Assert.Equal(0.496, timeline.Windows[1].Start.TotalSeconds, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(800)]
    [InlineData(12_000)]
    public void Analyze_ShorterThanAWindow_IsOneWindow(int count)
    {
        EmotionTimeline timeline = Analyze(TestSignals.Speech(1)[..count], new AnalysisOptions { VoiceActivity = null });
        Assert.Single(timeline.Windows);
        EmotionSegment segment = Assert.Single(timeline.Segments);
        Assert.Equal((TimeSpan.Zero, timeline.Duration), (segment.Start, segment.End));
        SegmentAssert.Close([.. _classifier.Predict(TestSignals.Speech(1).AsSpan(0, count)).Probabilities.Values], segment.Prediction!, 1e-4f);
    }

    [Fact]
    public void AnalyzeFile_RecordingAtAnotherRate_EqualsTheWaveform()
    {
        float[] samples = [.. Enumerable.Range(0, 22_050 * 5).Select(i => 0.3f * MathF.Sin(i * 0.02f) * MathF.Sin(i / 5000f))];
        File.WriteAllBytes(_folder["a.wav"], WavBytes.FloatingPoint(22_050, samples));
        List<AnalysisProgress> reports = [];
        EmotionTimeline fromFile = _classifier.AnalyzeFile(_folder["a.wav"], null, new Immediate(reports.Add), TestContext.Current.CancellationToken);
        EmotionTimeline fromWaveform = _classifier.Analyze(new Waveform(22_050, samples), cancellationToken: TestContext.Current.CancellationToken);
        SegmentAssert.Same(fromWaveform.Segments, fromFile.Segments);
        Assert.Equal([0.2, 0.4, 0.6, 0.8, 1.0], reports.Select(r => Math.Round(r.Share!.Value, 6)));
    }

    [Fact]
    public void Analyze_BadInput_SaysWhatIsWrong()
    {
        Assert.Throws<ArgumentException>(() => Analyze([]));
        float[] bad = TestSignals.Speech(3);
        bad[40_000] = float.NaN;
        Assert.Contains("Sample 40000", Assert.Throws<ArgumentException>(() => Analyze(bad)).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => _classifier.Analyze(TestSignals.Speech(3), 16_000, cancellationToken: new CancellationToken(true)));
        File.WriteAllBytes(_folder["empty.wav"], WavBytes.Pcm16(16_000, []));
        Assert.Throws<AudioFormatException>(() => _classifier.AnalyzeFile(_folder["empty.wav"], cancellationToken: TestContext.Current.CancellationToken));
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => Analyze(TestSignals.Speech(1), new AnalysisOptions
        {
            WindowSeconds = 1,
            HopSeconds = 2,
            Smoothing = 2,
            MaximumSegmentSeconds = 0,
            VoiceActivity = new VoiceActivityOptions { SpeechShare = 2 },
        }));
        Assert.Equal(["HopSeconds", "Smoothing", "MaximumSegmentSeconds", "VoiceActivity.SpeechShare"], e.Problems.Select(p => p.Name));
    }

    private EmotionTimeline Analyze(float[] samples, AnalysisOptions? options = null) =>
        _classifier.Analyze(samples, 16_000, options, cancellationToken: TestContext.Current.CancellationToken);

    private static float[] Expected(LoadedModel model, Spectrogram whole, int start)
    {
        float[] window = new float[32 * WindowFrames];
        ClipWindows.CopyFrames(whole, start, window, WindowFrames);
        double mean = window.Average(v => (double)v);
        double deviation = Math.Sqrt(window.Average(v => (v - mean) * (v - mean)));
        using var input = TorchSharp.torch.tensor([.. window.Select(v => (float)((v - mean) / deviation))], [1, 1, 32, WindowFrames]);
        using var logits = model.Module.call(input);
        using var scaled = logits / 1.5;
        using var softmax = scaled.softmax(1);
        return softmax.data<float>().ToArray();
    }

    private sealed class Immediate(Action<AnalysisProgress> report) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => report(value);
    }
}
