using EmoHRNet.Audio;
using EmoHRNet.Evaluation;

namespace EmoHRNet;

/// <summary>Several models as one classifier, which predicts the mean of their probabilities.</summary>
/// <remarks>
/// <para>Models may differ in features, windows and engines; they must have the same labels in the same order and
/// the same sample rate. Each member uses its own options: labels, priors, speeds, batches. The first member's thresholds
/// for confidence and speech decide what is uncertain.</para>
/// <para>Thread-safe. Disposing while predictions run is safe: each one finishes or throws
/// <see cref="ObjectDisposedException"/>.</para>
/// </remarks>
public sealed partial class EnsembleClassifier : IEmotionClassifier, IDisposable
{
    private readonly EmotionNetworkClassifier[] _members;
    private readonly EnsembleMean _mean;

    /// <summary>Combines classifiers.</summary>
    /// <param name="members">The classifiers, at least one; disposed with this, but not when this constructor throws.</param>
    /// <param name="mean">How their probabilities are averaged.</param>
    /// <exception cref="ArgumentException">There is no member, or members have different labels or sample rates.</exception>
    public EnsembleClassifier(IEnumerable<EmotionNetworkClassifier> members, EnsembleMean mean = EnsembleMean.Arithmetic)
    {
        ArgumentNullException.ThrowIfNull(members);
        _members = [.. members];
        _mean = Enum.IsDefined(mean) ? mean : throw new ArgumentOutOfRangeException(nameof(mean), mean, "Expected a defined mean.");
        if (_members.Length == 0)
        {
            throw new ArgumentException("There is no classifier to join; expected at least one.", nameof(members));
        }

        foreach (EmotionNetworkClassifier other in _members.Skip(1))
        {
            RequireSameAnswers(_members[0], other);
        }
    }

    /// <summary>Loads several model files as one classifier; if one of them cannot be loaded, the others are disposed.</summary>
    /// <param name="modelPaths">The model files, at least one.</param>
    /// <param name="load">Loads one: <c>path => new EmotionClassifier(path)</c>.</param>
    /// <param name="mean">How their probabilities are averaged.</param>
    /// <exception cref="ArgumentException">There is no file, or the models have different labels or sample rates.</exception>
    public static EnsembleClassifier Load(
        IEnumerable<string> modelPaths, Func<string, EmotionNetworkClassifier> load, EnsembleMean mean = EnsembleMean.Arithmetic)
    {
        ArgumentNullException.ThrowIfNull(modelPaths);
        ArgumentNullException.ThrowIfNull(load);
        List<EmotionNetworkClassifier> members = [];
        try
        {
            members.AddRange(modelPaths.Select(load));
            return new EnsembleClassifier(members, mean);
        }
        catch
        {
            members.ForEach(member => member.Dispose());
            throw;
        }
    }

    /// <summary>The classifiers whose predictions are averaged.</summary>
    public IReadOnlyList<EmotionNetworkClassifier> Members => _members;

    /// <inheritdoc/>
    public IReadOnlyList<string> Labels => _members[0].Labels;

    /// <inheritdoc/>
    public int SampleRate => _members[0].SampleRate;

    /// <inheritdoc/>
    /// <remarks>The options of the first member.</remarks>
    public AudioReadOptions Reading => _members[0].Reading;

    /// <inheritdoc/>
    public EmotionPrediction Predict(Waveform waveform) => Join([.. _members.Select(member => member.Predict(waveform))]);

    /// <inheritdoc/>
    public IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<Waveform> clips, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clips);
        IReadOnlyList<EmotionPrediction>[] answers = [.. _members.Select(member => member.PredictBatch(clips, cancellationToken))];
        return [.. clips.Select((_, clip) => Join([.. answers.Select(member => member[clip])]))];
    }

    /// <summary>Disposes the members once running predictions have finished. May be called more than once.</summary>
    public void Dispose()
    {
        foreach (EmotionNetworkClassifier member in _members)
        {
            member.Dispose();
        }
    }

    private EmotionPrediction Join(EmotionPrediction[] answers)
    {
        EmotionPrediction first = answers[0];
        float[] probabilities = Mean([.. answers.Select(answer => answer.Probabilities.Values.ToArray())]);
        return new EmotionPrediction(Labels, probabilities)
        {
            IsSilent = first.IsSilent,
            SpeechProbability = first.SpeechProbability,
            IsUncertain = first.IsSilent || _members[0].IsUncertain(first.SpeechProbability, probabilities),
            Duration = first.Duration,
            SourceSampleRate = first.SourceSampleRate,
            ModelSampleRate = first.ModelSampleRate,
            WindowCount = first.WindowCount,
            Notes = [.. answers.SelectMany(answer => answer.Notes).Distinct()],
            Timings = answers.Select(answer => answer.Timings).Aggregate(Sum),
        };
    }

    private float[] Mean(IReadOnlyList<float[]> members) => EnsembleProbabilities.Of(members, _mean);

    private static PredictionTimings Sum(PredictionTimings first, PredictionTimings second) => new()
    {
        Decoding = first.Decoding + second.Decoding,
        Preparation = first.Preparation + second.Preparation,
        Features = first.Features + second.Features,
        Network = first.Network + second.Network,
    };

    private static void RequireSameAnswers(EmotionNetworkClassifier first, EmotionNetworkClassifier other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!first.Labels.SequenceEqual(other.Labels))
        {
            throw new ArgumentException(
                $"One model answers {string.Join(", ", first.Labels)}, another {string.Join(", ", other.Labels)}; expected the same labels in the same order. "
                + "The option Labels chooses and orders them.");
        }

        if (first.SampleRate != other.SampleRate)
        {
            throw new ArgumentException($"One model expects {first.SampleRate} Hz, another {other.SampleRate} Hz; expected one sample rate.");
        }
    }
}
