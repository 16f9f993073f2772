using EmoHRNet.Audio;

namespace EmoHRNet.Core.Tests.Evaluation;

/// <summary>Answers from the first sample alone, so that a test knows every answer.</summary>
public sealed class ParityClassifier : IEmotionClassifier
{
    public IReadOnlyList<string> Labels { get; } = ["even", "odd"];

    public int SampleRate => 16000;

    public static int Sample(Waveform waveform) => (int)Math.Round(waveform.Channel(0)[0] * 32768);

    public EmotionPrediction Predict(Waveform waveform)
    {
        if (!float.IsFinite(waveform.Channel(0)[0]))
        {
            throw new ArgumentException("A sample is not a number.", nameof(waveform));
        }

        float odd = Sample(waveform) % 2 == 0 ? 0.2f : 0.8f;
        return new EmotionPrediction(Labels, [1 - odd, odd]);
    }

    public EmotionPrediction Predict(ReadOnlySpan<float> samples) => Predict(samples, SampleRate);

    public EmotionPrediction Predict(ReadOnlySpan<float> samples, int sampleRate) => Predict(new Waveform(sampleRate, samples.ToArray()));

    public EmotionPrediction PredictFile(string path) => Predict(Waveform.Load(path));

    public IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<Waveform> clips, CancellationToken cancellationToken = default) =>
        [.. clips.Select(Predict)];

    public Task<EmotionPrediction> PredictAsync(Waveform waveform, CancellationToken cancellationToken = default) => Task.FromResult(Predict(waveform));

    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<ReadOnlyMemory<float>> samples, int sampleRate, AnalysisOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
