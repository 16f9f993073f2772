using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierLiveAnalysisTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private const int WindowFrames = 48;
    private const int Hop = 256;
    private readonly TemporaryFolder _folder = new();
    private readonly EmotionNetworkClassifier _classifier;

    protected EmotionClassifierLiveAnalysisTests() => _classifier = TEngine.Create(TestModel.Save(_folder["m"]), new ClassifierOptions { BatchSize = 5 });

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task AnalyzeLiveAsync_PiecesOfAnyLength_GiveTheSegmentsOfAnalyze(int seed, bool merge)
    {
        float[] samples = [.. TestSignals.Speech(5), .. new float[20_000], .. TestSignals.Speech(4)];
        AnalysisOptions options = new() { Merge = merge };
        CancellationToken token = TestContext.Current.CancellationToken;
        List<EmotionSegment> live = await _classifier.AnalyzeLiveAsync(Pieces(samples, new Random(seed)), 16_000, options, token).ToListAsync(token);
        SegmentAssert.Same(_classifier.Analyze(samples, 16_000, options, cancellationToken: token).Segments, live);
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
        using EmotionNetworkClassifier classifier = TEngine.Create(TestModel.Save(_folder["level"], description));
        float[] samples = [.. TestSignals.Speech(5), .. new float[20_000], .. TestSignals.Speech(4)];
        CancellationToken token = TestContext.Current.CancellationToken;
        List<EmotionSegment> live = await classifier.AnalyzeLiveAsync(Pieces(samples, new Random(seed)), 16_000, null, token).ToListAsync(token);
        SegmentAssert.Same(classifier.Analyze(samples, 16_000, cancellationToken: token).Segments, live);
    }

    [Fact]
    public async Task AnalyzeLiveAsync_PcmStream_GivesTheSegmentsOfAnalyze()
    {
        short[] pcm = [.. TestSignals.Speech(5).Select(s => (short)(s * 32_767))];
        byte[] wav = WavBytes.Pcm16(16_000, pcm);
        CancellationToken token = TestContext.Current.CancellationToken;
        using MemoryStream stream = new(wav[44..]);
        List<EmotionSegment> live = await _classifier.AnalyzeLiveAsync(stream, new() { SampleRate = 16_000 }, null, token).ToListAsync(token);
        SegmentAssert.Same(_classifier.Analyze([.. pcm.Select(s => s / 32_768f)], 16_000, cancellationToken: token).Segments, live);
    }

    [Fact]
    public async Task AnalyzeLiveAsync_SlowConsumer_SlowsTheSourceDownAndGetsSegmentsEarly()
    {
        int asked = 0;
        async IAsyncEnumerable<ReadOnlyMemory<float>> source()
        {
            float[] second = TestSignals.Speech(1);
            for (; asked < 600; asked++)
            {
                yield return second;
                await Task.Yield();
            }
        }

        AnalysisOptions options = new() { Merge = false, VoiceActivity = null };
        await foreach (EmotionSegment first in _classifier.AnalyzeLiveAsync(source(), 16_000, options, TestContext.Current.CancellationToken))
        {
            // A window of 0.77 s and one more hop of 0.38 s for smoothing: the first segment is known after two or three seconds.
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
            await foreach (EmotionSegment _ in _classifier.AnalyzeLiveAsync(Pieces(TestSignals.Speech(30), new Random(1)), 16_000, new AnalysisOptions { Merge = false }, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

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
}
