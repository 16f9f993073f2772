using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using Microsoft.Extensions.Logging;

namespace EmoHRNet;

/// <summary>Recognizes the emotion of speech with a model file.</summary>
/// <remarks>
/// Make one and share it: any number of threads may predict at once, with the answers one thread gets. Disposing while
/// predictions run is orderly: those that run finish, later ones get <see cref="ObjectDisposedException"/>. A clip without
/// sound is answered "uncertain". No global torch setting is changed but the number of threads, and that only when asked for.
/// </remarks>
public sealed partial class EmotionClassifier : IEmotionClassifier, IDisposable
{
    private readonly EmotionClassifierOptions _options;
    private readonly NetworkRunner _runner;
    private readonly ClipPreparer _preparer;
    private readonly BatchClassifier _batches;
    private readonly int[] _selection;
    private readonly ILogger? _logger;

    /// <summary>Loads a model; the path alone is enough, since the file carries all that prediction needs.</summary>
    /// <param name="modelPath">The model file, as written by training; or the path of one that ships with the package EmoHRNet.Models.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="logger">Gets the notes of predictions as warnings; null is none.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is no model, is damaged, or does not fit the network it describes.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded; the message names the package to add.</exception>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    public EmotionClassifier(string modelPath, EmotionClassifierOptions? options = null, ILogger? logger = null)
    {
        _logger = logger;
        _options = options ?? new EmotionClassifierOptions();
        _options.Validate();
        using LoadedModel model = ModelFile.Load(modelPath);
        Model = model.Description;
        _selection = _options.SelectFrom(Model.Labels);
        _options.CheckPriors(Model.Labels);
        Labels = [.. _selection.Select(i => Model.Labels[i])];
        _preparer = new ClipPreparer(Model, _options);
        _runner = new NetworkRunner(model, _options);
        _batches = new BatchClassifier(
            values => _runner.Run(values, Model.WindowFrames), new ClipWindows(Model.WindowFrames), _runner.ClassCount, _options.BatchSize);
    }

    /// <summary>What the model file says about the model: labels, features, license, provenance.</summary>
    public ModelDescription Model { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Labels { get; }

    /// <inheritdoc/>
    public int SampleRate => Model.Preparation.SampleRate;

    /// <inheritdoc/>
    public HeardSpeech? Heard => Model.Heard;

    /// <summary>Frees the model once the predictions that run have finished. May be called more than once.</summary>
    public void Dispose() => _runner.Dispose();

    private EmotionPrediction Classify(PreparedClip clip, CancellationToken cancellationToken = default) => Classify([clip], cancellationToken)[0];

    private EmotionPrediction[] Classify(IReadOnlyList<PreparedClip> clips, CancellationToken cancellationToken)
    {
        IReadOnlyList<(float[] Probabilities, TimeSpan Elapsed)> versions =
            _batches.Classify([.. clips.SelectMany(clip => clip.Versions)], cancellationToken);
        return [.. clips.Zip(versions.Chunk(_options.Speeds.Count), Answer)];
    }

    private EmotionPrediction Answer(PreparedClip clip, (float[] Probabilities, TimeSpan Elapsed)[] versions)
    {
        float[] probabilities = Select(ClipWindows.Average([.. versions.SelectMany(version => version.Probabilities)], _runner.ClassCount));
        foreach (string note in clip.Notes)
        {
            _logger?.LogWarning("A clip of {Seconds:0.0} s at {SampleRate} Hz: {Note}", clip.Duration.TotalSeconds, clip.SourceSampleRate, note);
        }

        return new EmotionPrediction(Labels, probabilities)
        {
            IsUncertain = clip.IsSilent || IsWeak(probabilities),
            Duration = clip.Duration,
            SourceSampleRate = clip.SourceSampleRate,
            ModelSampleRate = SampleRate,
            WindowCount = new ClipWindows(Model.WindowFrames).Count(clip.Features.FrameCount),
            Notes = clip.Notes,
            Timings = clip.Timings with { Network = versions.Aggregate(TimeSpan.Zero, (sum, version) => sum + version.Elapsed) },
        };
    }

    private bool IsWeak(float[] probabilities) => probabilities.Max() < _options.ConfidenceThreshold;

    /// <summary>The probabilities of the chosen labels, scaled to sum to 1; equal ones where the network rules all of them out.</summary>
    private float[] Select(float[] probabilities)
    {
        float[] selected = [.. _selection.Select(i => probabilities[i])];
        float sum = selected.Sum();
        return Array.ConvertAll(selected, p => sum > 0 ? p / sum : 1f / selected.Length);
    }
}
