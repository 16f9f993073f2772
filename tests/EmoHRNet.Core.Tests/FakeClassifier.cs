using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;

namespace EmoHRNet.Core.Tests;

/// <summary>What a consumer writes to test without a model: it shows that the interface can be implemented outside.</summary>
internal sealed class FakeClassifier : IEmotionClassifier, IDisposable
{
    private static readonly EmotionPrediction Answer = new(["calm", "angry"], [0.1f, 0.9f]);

    public IReadOnlyList<string> Labels => ["calm", "angry"];

    public int SampleRate => 16_000;

    public EmotionPrediction Predict(ReadOnlySpan<float> samples) => Answer;

    public EmotionPrediction Predict(ReadOnlySpan<float> samples, int sampleRate) => Answer;

    public EmotionPrediction Predict(Waveform waveform) => Answer;

    public EmotionPrediction PredictFile(string path) => Answer;

    public IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<Waveform> clips, CancellationToken cancellationToken = default) =>
        [.. clips.Select(_ => Answer)];

    public Task<EmotionPrediction> PredictAsync(Waveform waveform, CancellationToken cancellationToken = default) => Task.FromResult(Answer);

    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new(waveform.Duration, Labels, [], [new EmotionSegment(TimeSpan.Zero, waveform.Duration, Answer)]);

    public async IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<ReadOnlyMemory<float>> samples,
        int sampleRate,
        AnalysisOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TimeSpan end = TimeSpan.Zero;
        await foreach (ReadOnlyMemory<float> piece in samples.WithCancellation(cancellationToken))
        {
            TimeSpan start = end;
            end += TimeSpan.FromSeconds((double)piece.Length / sampleRate);
            yield return new EmotionSegment(start, end, Answer);
        }
    }

    public EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default) =>
        new(Answer, label ?? Answer.Label, new Spectrogram(1, 1, 1), new Spectrogram(1, 1, 1));

    public void Dispose()
    {
    }
}
