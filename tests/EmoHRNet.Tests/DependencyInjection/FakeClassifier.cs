using EmoHRNet.Audio;

namespace EmoHRNet.Tests.DependencyInjection;

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

    public void Dispose()
    {
    }
}
