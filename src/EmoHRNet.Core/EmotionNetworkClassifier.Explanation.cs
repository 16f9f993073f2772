using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Inference;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    /// <inheritdoc/>
    /// <remarks>Takes hundreds of runs of the network.</remarks>
    public EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        options ??= new ExplanationOptions();
        options.Validate();
        using var use = _runner.Enter();
        PreparedClip clip = _preparer.Prepare(waveform);
        EmotionPrediction prediction = Classify(clip, cancellationToken);
        label ??= prediction.MostProbable.Label;
        _ = prediction[label];
        int index = Labels.ToList().IndexOf(label);
        OcclusionMap map = new(_runner, new ClipWindows(Model.WindowFrames), _options.BatchSize, options);
        Spectrogram importance = map.Measure(clip.Features, row => Select(row)[index], cancellationToken);
        return new EmotionExplanation(prediction, label, clip.Features, importance);
    }

    /// <inheritdoc/>
    public EmotionExplanation ExplainFile(
        string path, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Waveform waveform = Waveform.Load(path, _options.Reading);
        try
        {
            return Explain(waveform, label, options, cancellationToken);
        }
        catch (ArgumentException e) when (e is not Audio.Options.InvalidOptionsException)
        {
            throw new AudioFormatException($"'{path}' cannot be explained. {PlainMessage.Of(e)}", e);
        }
    }
}
