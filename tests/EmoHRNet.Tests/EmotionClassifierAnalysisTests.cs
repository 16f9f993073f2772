using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public sealed class EmotionClassifierAnalysisTests : IDisposable
{
    private const int WindowFrames = 48;
    private const int Hop = 256;
    private readonly TemporaryFolder _folder = new();
    private readonly EmotionClassifier _classifier;

    public EmotionClassifierAnalysisTests() => _classifier = new EmotionClassifier(TestModel.Save(_folder["m"]), new EmotionClassifierOptions { BatchSize = 5 });

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Analyze_Windows_EqualTheNetworkOnSlicesOfTheWholeSpectrogram()
    {
        float[] samples = Speech(6);
        FeatureOptions raw = TestModel.Description.Features with { Mel = TestModel.Description.Features.Mel with { Normalization = FeatureNormalization.None } };
        Spectrogram whole = raw.CreateExtractor().Extract(samples);
        EmotionTimeline timeline = Analyze(samples);
        int regular = 1 + ((whole.FrameCount - WindowFrames) / (WindowFrames / 2));
        int[] starts = [.. Enumerable.Range(0, regular).Select(i => i * WindowFrames / 2), whole.FrameCount - WindowFrames];
        Assert.Equal(starts.Distinct().Select(s => s * Hop / 16_000.0), timeline.Windows.Select(w => w.Start.TotalSeconds));
        using LoadedModel model = ModelFile.Load(_folder["m"]);
        Assert.All(timeline.Windows.Zip(starts), pair => AssertClose(Expected(model, whole, pair.Second), pair.First.Prediction, 1e-4f));
    }

    [Fact]
    public void Analyze_SpeechAndSilence_AreSegmentsWithoutGaps()
    {
        float[] samples = [.. Speech(4), .. new float[16_000 * 4], .. Speech(3)];
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
        EmotionTimeline timeline = Analyze(Speech(6), new AnalysisOptions { Merge = false, VoiceActivity = null, Smoothing = 1 });
        Assert.Equal(timeline.Windows.Count, timeline.Segments.Count);
        Assert.Equal(timeline.Windows.Select(w => w.Prediction.Label), timeline.Segments.Select(s => s.Label));
    }

    [Fact]
    public void Analyze_LongSegments_AreCut()
    {
        EmotionTimeline timeline = Analyze(
            Speech(12), new AnalysisOptions { MaximumSegmentSeconds = 2, WindowSeconds = 1, HopSeconds = 0.5, VoiceActivity = null });
        Assert.All(timeline.Segments, s => Assert.InRange(s.Duration.TotalSeconds, 0.01, 2.6));
        Assert.Equal(0.496, timeline.Windows[1].Start.TotalSeconds, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(800)]
    [InlineData(12_000)]
    public void Analyze_ShorterThanAWindow_IsOneWindow(int count)
    {
        EmotionTimeline timeline = Analyze(Speech(1)[..count], new AnalysisOptions { VoiceActivity = null });
        Assert.Single(timeline.Windows);
        EmotionSegment segment = Assert.Single(timeline.Segments);
        Assert.Equal((TimeSpan.Zero, timeline.Duration), (segment.Start, segment.End));
        AssertClose([.. _classifier.Predict(Speech(1).AsSpan(0, count)).Probabilities.Values], segment.Prediction!, 1e-4f);
    }

    [Fact]
    public void AnalyzeFile_RecordingAtAnotherRate_EqualsTheWaveform()
    {
        float[] samples = [.. Enumerable.Range(0, 22_050 * 5).Select(i => 0.3f * MathF.Sin(i * 0.02f) * MathF.Sin(i / 5000f))];
        File.WriteAllBytes(_folder["a.wav"], WavBytes.FloatingPoint(22_050, samples));
        List<AnalysisProgress> reports = [];
        EmotionTimeline fromFile = _classifier.AnalyzeFile(_folder["a.wav"], null, new Immediate(reports.Add), TestContext.Current.CancellationToken);
        EmotionTimeline fromWaveform = _classifier.Analyze(new Waveform(22_050, samples), cancellationToken: TestContext.Current.CancellationToken);
        AssertSame(fromWaveform.Segments, fromFile.Segments);
        Assert.Equal([0.2, 0.4, 0.6, 0.8, 1.0], reports.Select(r => Math.Round(r.Share!.Value, 6)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task AnalyzeLiveAsync_PiecesOfAnyLength_GiveTheSegmentsOfAnalyze(int seed, bool merge)
    {
        float[] samples = [.. Speech(5), .. new float[20_000], .. Speech(4)];
        AnalysisOptions options = new() { Merge = merge };
        CancellationToken token = TestContext.Current.CancellationToken;
        List<EmotionSegment> live = await _classifier.AnalyzeLiveAsync(Pieces(samples, new Random(seed)), 16_000, options, token).ToListAsync(token);
        AssertSame(_classifier.Analyze(samples, 16_000, options, cancellationToken: token).Segments, live);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnalyzeLiveAsync_ModelThatSetsTheLevel_GivesTheSegmentsOfAnalyze(int seed)
    {
        FeatureOptions features = TestModel.Description.Features;
        ModelDescription description = TestModel.Description with
        {
            Preparation = new() { Gain = GainNormalization.Peak },
            Features = features with { Mel = features.Mel with { Normalization = FeatureNormalization.None } },
        };
        using EmotionClassifier classifier = new(TestModel.Save(_folder["level"], description));
        float[] samples = [.. Speech(5), .. new float[20_000], .. Speech(4)];
        CancellationToken token = TestContext.Current.CancellationToken;
        List<EmotionSegment> live = await classifier.AnalyzeLiveAsync(Pieces(samples, new Random(seed)), 16_000, null, token).ToListAsync(token);
        AssertSame(classifier.Analyze(samples, 16_000, cancellationToken: token).Segments, live);
    }

    [Fact]
    public async Task AnalyzeLiveAsync_PcmStream_GivesTheSegmentsOfAnalyze()
    {
        short[] pcm = [.. Speech(5).Select(s => (short)(s * 32_767))];
        byte[] wav = WavBytes.Pcm16(16_000, pcm);
        CancellationToken token = TestContext.Current.CancellationToken;
        using MemoryStream stream = new(wav[44..]);
        List<EmotionSegment> live = await _classifier.AnalyzeLiveAsync(stream, new() { SampleRate = 16_000 }, null, token).ToListAsync(token);
        AssertSame(_classifier.Analyze([.. pcm.Select(s => s / 32_768f)], 16_000, cancellationToken: token).Segments, live);
    }

    [Fact]
    public async Task AnalyzeLiveAsync_SlowConsumer_SlowsTheSourceDownAndGetsSegmentsEarly()
    {
        int asked = 0;
        async IAsyncEnumerable<ReadOnlyMemory<float>> source()
        {
            float[] second = Speech(1);
            for (; asked < 600; asked++)
            {
                yield return second;
                await Task.Yield();
            }
        }

        AnalysisOptions options = new() { Merge = false, VoiceActivity = null };
        await foreach (EmotionSegment first in _classifier.AnalyzeLiveAsync(source(), 16_000, options, TestContext.Current.CancellationToken))
        {
            // A window of 0.77 s and one more hop of 0.38 s for smoothing: the first segment is there after two or three seconds.
            Assert.Equal(TimeSpan.Zero, first.Start);
            Assert.InRange(asked, 1, 3);
            break;
        }

        Assert.InRange(asked, 1, 3);
    }

    [Fact]
    public async Task AnalyzeLiveAsync_Cancelled_Stops()
    {
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (EmotionSegment _ in _classifier.AnalyzeLiveAsync(Pieces(Speech(30), new Random(1)), 16_000, new AnalysisOptions { Merge = false }, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    [Fact]
    public void Analyze_BadInput_SaysWhatIsWrong()
    {
        Assert.Throws<ArgumentException>(() => Analyze([]));
        float[] bad = Speech(3);
        bad[40_000] = float.NaN;
        Assert.Contains("Sample 40000", Assert.Throws<ArgumentException>(() => Analyze(bad)).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => _classifier.Analyze(Speech(3), 16_000, cancellationToken: new CancellationToken(true)));
        File.WriteAllBytes(_folder["empty.wav"], WavBytes.Pcm16(16_000, []));
        Assert.Throws<AudioFormatException>(() => _classifier.AnalyzeFile(_folder["empty.wav"], cancellationToken: TestContext.Current.CancellationToken));
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => Analyze(Speech(1), new AnalysisOptions
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

    /// <summary>Voiced bursts at a syllable's rate, whose pitch moves.</summary>
    private static float[] Speech(int seconds) => [.. Enumerable.Range(0, seconds * 16_000).Select(i =>
        (float)(0.3 * Math.Max(0.05, Math.Sin(i / 900.0)) * Math.Sin((0.06 * i) + (30 * Math.Sin(i / 9000.0)))))];

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Pieces(float[] samples, Random random)
    {
        for (int start = 0; start < samples.Length;)
        {
            int length = Math.Min(samples.Length - start, random.Next(0, 9_000));
            yield return samples.AsMemory(start, length);
            start += length;
            await Task.Yield();
        }
    }

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

    private static void AssertSame(IReadOnlyList<EmotionSegment> expected, IReadOnlyList<EmotionSegment> found)
    {
        Assert.Equal(expected.Select(s => (s.Start, s.End, s.Label)), found.Select(s => (s.Start, s.End, s.Label)));
        Assert.All(expected.Zip(found).Where(pair => pair.First.IsSpeech), pair =>
            AssertClose([.. pair.First.Prediction!.Probabilities.Values], pair.Second.Prediction!, 1e-5f));
    }

    private static void AssertClose(float[] expected, EmotionPrediction found, float tolerance) =>
        Assert.All(expected.Zip(found.Probabilities.Values), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    private sealed class Immediate(Action<AnalysisProgress> report) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => report(value);
    }
}
