using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;

namespace EmoHRNet.Core.Tests;

/// <summary>
/// A fake as an application writes it for tests without a model: it shows that the interface can be implemented outside the library.
/// </summary>
internal sealed class FakeClassifier : IEmotionClassifier, IDisposable
{
    private static readonly EmotionPrediction Answer = new(["calm", "angry"], [0.1f, 0.9f]);

    public IReadOnlyList<string> Labels => ["calm", "angry"];

    public int SampleRate => 16_000;

    /// <summary>The waveforms passed, in order.</summary>
    public List<Waveform> Asked { get; } = [];

    public EmotionPrediction Predict(Waveform waveform)
    {
        Asked.Add(waveform);
        return Answer;
    }

    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new(waveform.Duration, Labels, [], [new EmotionSegment(TimeSpan.Zero, waveform.Duration, Answer)]);

    public async IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<Waveform> blocks, AnalysisOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TimeSpan end = TimeSpan.Zero;
        await foreach (Waveform block in blocks.WithCancellation(cancellationToken))
        {
            TimeSpan start = end;
            end += block.Duration;
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
