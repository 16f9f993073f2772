using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Inference;

namespace EmoHRNet;

public sealed partial class EmotionClassifier
{
    /// <summary>Predicts, and finds the regions of the spectrogram that the prediction rests on. Takes hundreds of runs of the network.</summary>
    /// <param name="waveform">The audio.</param>
    /// <param name="label">The label to explain; null is the most probable one.</param>
    /// <param name="options">The patches that are hidden; null for the defaults.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="KeyNotFoundException">The model has no such label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})"/>
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

    /// <summary>Reads a file, predicts, and finds the regions of the spectrogram that the prediction rests on.</summary>
    /// <param name="path">The path of a WAV or AIFF file, or of anything else that an installed ffmpeg reads.</param>
    /// <param name="label">The label to explain; null is the most probable one.</param>
    /// <param name="options">The patches that are hidden; null for the defaults.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="KeyNotFoundException">The model has no such label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <inheritdoc cref="PredictFile(string)"/>
    public EmotionExplanation ExplainFile(
        string path, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Waveform waveform = Waveform.Load(path);
        try
        {
            return Explain(waveform, label, options, cancellationToken);
        }
        catch (ArgumentException e) when (e is not Audio.Options.InvalidOptionsException)
        {
            throw new AudioFormatException($"'{path}' cannot be explained. {e.Message}", e);
        }
    }
}
