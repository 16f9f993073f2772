using EmoHRNet.Audio;
using EmoHRNet.Inference;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    /// <inheritdoc/>
    public EmotionPrediction Predict(Waveform waveform)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        using var use = _runner.Enter();
        return Classify(_preparer.Prepare(waveform, nameof(waveform)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<Waveform> clips, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clips);
        using var use = _runner.Enter();
        PreparedClip[] prepared = new PreparedClip[clips.Count];
        for (int i = 0; i < prepared.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Waveform clip = clips[i] ?? throw new ArgumentException($"Clip {i} is null.", nameof(clips));
            prepared[i] = _preparer.Prepare(clip, nameof(clips), clips.Count > 1 ? $"Clip {i}: " : "");
        }

        return Classify(prepared, cancellationToken);
    }
}
