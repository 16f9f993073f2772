using EmoHRNet.Audio;

namespace EmoHRNet.Core.Tests.Evaluation;

/// <summary>Predicts the parity of the first sample, so that a test knows every prediction.</summary>
public sealed class ParityClassifier : IEmotionClassifier
{
    public IReadOnlyList<string> Labels { get; } = ["even", "odd"];

    public int SampleRate => 16000;

    public static int Sample(Waveform waveform) => (int)Math.Round(waveform.Channel(0)[0] * 32768);

    public EmotionPrediction Predict(Waveform waveform)
    {
        float odd = Sample(waveform) % 2 == 0 ? 0.2f : 0.8f;
        return new EmotionPrediction(Labels, [1 - odd, odd]);
    }

    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<Waveform> blocks, AnalysisOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
