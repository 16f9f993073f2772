using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Core.Tests.Timelines;

/// <summary>Speech at the end of a recording is found like speech at its start.</summary>
public sealed class LastWindowTests : IDisposable
{
    private const int Rate = 16_000;

    // By energy only, because the voice in these tests is a tone.
    private readonly EmotionNetworkClassifier _classifier = new(
        TestModel.Description, new BandNetwork(TestModel.Description), new ClassifierOptions { SpeechThreshold = 0 });

    public void Dispose() => _classifier.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(0.13)]
    [InlineData(0.31)]
    [InlineData(0.384)]
    [InlineData(0.57)]
    public void Analyze_SpeechInTheLastQuarterWindow_IsSpeech(double shift)
    {
        // A window is 0.77 s, so a quarter of it is 0.19 s.
        float[] quiet = Noise((int)((7 + shift) * Rate));
        float[] speech = Voice((int)(0.19 * Rate));
        AnalysisOptions options = new() { Smoothing = 1 };
        CancellationToken token = TestContext.Current.CancellationToken;

        EmotionTimeline end = _classifier.Analyze(new Waveform(Rate, [[.. quiet, .. speech]]), options, cancellationToken: token);
        EmotionTimeline start = _classifier.Analyze(new Waveform(Rate, [[.. speech, .. quiet]]), options, cancellationToken: token);

        Assert.True(end.Segments[^1].IsSpeech);
        Assert.True(start.Segments[0].IsSpeech);
        Assert.False(end.Segments[0].IsSpeech);
        Assert.False(start.Segments[^1].IsSpeech);
        Assert.Equal(end.Duration, end.Segments[^1].End);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.03)]
    [InlineData(1.0)]
    public void Analyze_AtAnyLevel_FindsTheSameSpeech(double gain)
    {
        float[] recording = [.. Noise(2 * Rate), .. Voice(3 * Rate), .. Noise(2 * Rate), .. Voice(2 * Rate), .. Noise(2 * Rate)];
        CancellationToken token = TestContext.Current.CancellationToken;

        EmotionTimeline expected = _classifier.Analyze(recording, Rate, cancellationToken: token);
        EmotionTimeline found = _classifier.Analyze(Array.ConvertAll(recording, s => (float)(s * gain)), Rate, cancellationToken: token);

        Assert.Equal([false, true, false, true, false], expected.Segments.Select(s => s.IsSpeech));
        Assert.Equal(expected.Windows.Select(w => w.IsSpeech), found.Windows.Select(w => w.IsSpeech));
    }

    [Fact]
    public async Task AnalyzeLiveAsync_NothingArrives_IsRefusedLikeAnEmptyClip()
    {
        CancellationToken token = TestContext.Current.CancellationToken;

        Assert.Throws<ArgumentException>(() => _classifier.Predict(Array.Empty<float>(), Rate));
        Assert.Throws<ArgumentException>(() => _classifier.Analyze(Array.Empty<float>(), Rate, cancellationToken: token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _classifier.AnalyzeLiveAsync(Nothing(), Rate, cancellationToken: token).ToListAsync(token));
        await Assert.ThrowsAsync<AudioFormatException>(async () =>
            await _classifier.AnalyzeLiveAsync(new MemoryStream(), new RawAudioFormat { SampleRate = Rate }, cancellationToken: token).ToListAsync(token));
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Nothing()
    {
        await Task.Yield();
        yield return Array.Empty<float>();
    }

    private static float[] Voice(int count) => [.. Enumerable.Range(0, count).Select(i => (float)(0.3 * Math.Max(0.05, Math.Sin(i / 900.0)) * Math.Sin(0.06 * i)))];

    private static float[] Noise(int count)
    {
        Random random = new(4);
        return [.. Enumerable.Range(0, count).Select(_ => 1e-3f * (random.NextSingle() - 0.5f))];
    }
}
