using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using Microsoft.Extensions.Logging;

namespace EmoHRNet;

/// <summary>Recognizes the emotion of speech with a network on any engine; the engines' classifiers derive from it.</summary>
/// <remarks>
/// Create one and share it: any number of threads may predict at once, with the same results as one thread. Disposing while predictions run
/// is safe: running ones finish, later ones throw <see cref="ObjectDisposedException"/>. A clip without sound or without speech is
/// "uncertain".
/// </remarks>
public partial class EmotionNetworkClassifier : IEmotionClassifier, IDisposable
{
    private readonly ClassifierOptions _options;
    private readonly NetworkRunner _runner;
    private readonly ClipPreparer _preparer;
    private readonly BatchClassifier _batches;
    private readonly int[] _selection;
    private readonly IFeatureExtractor _extractor;
    private readonly ILogger? _logger;

    /// <summary>Creates a classifier from a network.</summary>
    /// <param name="model">What the model file says about the model.</param>
    /// <param name="network">The network; disposed with this, and when this constructor throws.</param>
    /// <param name="options">How to predict; null for the defaults.</param>
    /// <param name="logger">Receives the notes of predictions as warnings; null for none.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ExtractorMismatchException">
    /// The model was trained with a feature extractor other than the one of the options.
    /// </exception>
    public EmotionNetworkClassifier(ModelDescription model, IEmotionNetwork network, ClassifierOptions? options = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        try
        {
            ArgumentNullException.ThrowIfNull(model);
            _logger = logger;
            _options = options ?? new ClassifierOptions();
            _options.Validate();
            Model = model;
            _selection = _options.SelectFrom(Model.Labels);
            _options.CheckPriors(Model.Labels);
            Labels = [.. _selection.Select(i => Model.Labels[i])];
            _extractor = Model.CreateExtractor(_options.Extractor);
            _preparer = new ClipPreparer(Model, _options, _extractor);
            _runner = new NetworkRunner(Model, network, _options.LabelPriors, GetType().Name);
            _batches = new BatchClassifier(
                (windows, count) => _runner.Run(windows, count, Model.WindowFrames), new ClipWindows(Model.WindowFrames), _runner.ClassCount, _options.BatchSize);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>What the model file says about the model: labels, features, license, provenance.</summary>
    public ModelDescription Model { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Labels { get; }

    /// <inheritdoc/>
    public int SampleRate => Model.Preparation.SampleRate;

    /// <inheritdoc/>
    public HeardSpeech? Heard => Model.Heard;

    /// <inheritdoc/>
    public AudioReadOptions Reading => _options.Reading;

    /// <summary>Disposes the network once running predictions have finished. May be called more than once.</summary>
    public void Dispose()
    {
        _runner.Dispose();
        GC.SuppressFinalize(this);
    }

    private EmotionPrediction Classify(PreparedClip clip, CancellationToken cancellationToken = default) => Classify([clip], cancellationToken)[0];

    private EmotionPrediction[] Classify(IReadOnlyList<PreparedClip> clips, CancellationToken cancellationToken)
    {
        IReadOnlyList<(float[] Probabilities, TimeSpan Elapsed)> versions =
            _batches.Classify([.. clips.SelectMany(clip => clip.Versions)], cancellationToken);
        return [.. clips.Zip(versions.Chunk(_options.TestTimeSpeeds.Count), Answer)];
    }

    private EmotionPrediction Answer(PreparedClip clip, (float[] Probabilities, TimeSpan Elapsed)[] versions)
    {
        float[] probabilities = Select(ProbabilityMean.Of([.. versions.SelectMany(version => version.Probabilities)], _runner.ClassCount));
        foreach (string note in clip.Notes)
        {
            _logger?.LogWarning("A clip of {Seconds:0.0} s at {SampleRate} Hz: {Note}", clip.Duration.TotalSeconds, clip.SourceSampleRate, note);
        }

        return new EmotionPrediction(Labels, probabilities)
        {
            IsSilent = clip.IsSilent,
            SpeechProbability = clip.Speech.Probability,
            IsUncertain = clip.IsSilent || IsUncertain(clip.Speech.Probability, probabilities),
            Duration = clip.Duration,
            SourceSampleRate = clip.SourceSampleRate,
            ModelSampleRate = SampleRate,
            WindowCount = new ClipWindows(Model.WindowFrames).Count(clip.Features.FrameCount),
            Notes = clip.Notes,
            Timings = clip.Timings with { Network = versions.Aggregate(TimeSpan.Zero, (sum, version) => sum + version.Elapsed) },
        };
    }

    /// <summary>Whether the confidence is below the threshold.</summary>
    internal bool IsWeak(float[] probabilities) => probabilities.Max() < _options.ConfidenceThreshold;

    /// <summary>Whether the confidence is below the threshold, or there may be no speech.</summary>
    internal bool IsUncertain(float? speechProbability, float[] probabilities) =>
        IsWeak(probabilities) || new SpeechVerdict(speechProbability, _options.SpeechThreshold).Forbids(probabilities.Max());

    /// <summary>The probabilities of the chosen labels, scaled to sum to 1; uniform where all of them are 0.</summary>
    internal float[] Select(float[] probabilities)
    {
        float[] selected = [.. _selection.Select(i => probabilities[i])];
        float sum = selected.Sum();
        return Array.ConvertAll(selected, p => sum > 0 ? p / sum : 1f / selected.Length);
    }
}
