using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Inference;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    /// <inheritdoc/>
    /// <remarks>Runs the network hundreds of times.</remarks>
    public EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        options ??= new ExplanationOptions();
        options.Validate();
        using var use = _runner.Enter();
        PreparedClip clip = _preparer.Prepare(waveform, nameof(waveform));
        EmotionPrediction prediction = Classify(clip, cancellationToken);
        label ??= prediction.MostProbable.Label;
        _ = prediction[label];
        int index = Labels.ToList().IndexOf(label);
        OcclusionMap map = new(_runner, new ClipWindows(Model.WindowFrames), _options.BatchSize, options);
        Spectrogram importance = map.Measure(clip.Features, row => Select(row)[index], cancellationToken);
        return new EmotionExplanation(prediction, label, clip.Features, importance);
    }
}
