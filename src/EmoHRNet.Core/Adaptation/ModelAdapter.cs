using System.Globalization;
using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Adaptation;

/// <summary>
/// Adapts a model to an application's own voices and microphones in seconds: refits its last layer on a few recordings. The rest of the
/// network and the labels do not change. Works with any engine.
/// </summary>
/// <remarks>
/// The engine computes the input of the last layer (the pooled features); the layer itself is fitted in managed code by multinomial
/// logistic regression that is held to the old weights. The temperature and the label priors of the model go into the new weights.
/// Thread-safe.
/// </remarks>
public sealed class ModelAdapter
{
    private const double RegularizationOfShares = 1;
    private const string ProvenanceKey = "adaptation";

    private readonly Func<StoredModel, IEmotionNetwork> _createNetwork;
    private readonly AdaptationOptions _options;

    /// <summary>Creates an adapter.</summary>
    /// <param name="createNetwork">
    /// Creates a network on an engine: <c>model => TorchEmotionNetwork.Create(model)</c> or <c>model =>
    /// OnnxEmotionNetwork.Create(model)</c>. The model passed in has features in place of labels.
    /// </param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">At least one option is out of range.</exception>
    public ModelAdapter(Func<StoredModel, IEmotionNetwork> createNetwork, AdaptationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(createNetwork);
        _createNetwork = createNetwork;
        _options = options ?? new AdaptationOptions();
        _options.Validate();
    }

    /// <summary>
    /// Adapts a model file with labeled clips. The file is not changed; <see cref="AdaptationResult.Save"/> writes the new one.
    /// </summary>
    /// <param name="modelPath">The model file.</param>
    /// <param name="clips">
    /// 5 or more clips of each emotion that matters, with at least two of the model's labels:
    /// <c>FolderCorpus.Load("my-clips").Utterances</c>. A label without clips keeps its weights.
    /// </param>
    /// <param name="cancellationToken">Checked between clips and between fits.</param>
    /// <exception cref="FileNotFoundException">There is no such model file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or does not end in one linear layer.</exception>
    /// <exception cref="ExtractorMismatchException">
    /// The model was trained with a feature extractor other than the one of the options.
    /// </exception>
    /// <exception cref="CorpusException">A label is not one of the model's, there are fewer than two, or clips cannot be read; all are named.</exception>
    /// <exception cref="BackendException">The engine failed.</exception>
    public AdaptationResult Adapt(string modelPath, IReadOnlyList<Utterance> clips, CancellationToken cancellationToken = default) =>
        Adapt(ModelFile.Read(modelPath), clips, cancellationToken);

    /// <summary>Adapts a model in memory with labeled clips.</summary>
    /// <param name="model">The model; not changed.</param>
    /// <param name="clips">As for a model file.</param>
    /// <param name="cancellationToken">Checked between clips and between fits.</param>
    /// <inheritdoc cref="Adapt(string, IReadOnlyList{Utterance}, CancellationToken)" path="/exception"/>
    public AdaptationResult Adapt(StoredModel model, IReadOnlyList<Utterance> clips, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clips);
        CheckLabels(model.Description.Labels, clips);
        LayerAdaptation fit = LayerAdaptation.Of(ClassifierLayer.Of(model), Read(model, clips, cancellationToken), _options, cancellationToken);
        string counts = string.Join(", ", clips.CountBy(clip => clip.Emotion).OrderBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => $"{count.Key} {count.Value}"));
        string summary = string.Create(
            CultureInfo.InvariantCulture,
            $"last layer fitted on {clips.Count} labeled clips ({counts}), regularization {fit.Regularization}, temperature {fit.Temperature:0.###}");
        return Result(model, fit.Layer.In(model, fit.Temperature), clips, summary, fit.Regularization) with
        {
            UnweightedAccuracyBefore = fit.AccuracyBefore,
            UnweightedAccuracyAfter = fit.AccuracyAfter,
        };
    }

    /// <summary>
    /// Adapts a model file with recordings without labels, from one speaker or one microphone: the biases of the last layer are shifted, so
    /// that over these recordings each label is predicted as often as expected.
    /// </summary>
    /// <param name="modelPath">The model file.</param>
    /// <param name="recordings">Recordings that together contain the emotions in the expected shares; 20 or more.</param>
    /// <param name="shares">
    /// How often each label occurs in them, in any unit; a label that is not named or has 0 keeps its bias. Null: equal shares.
    /// </param>
    /// <param name="cancellationToken">Checked between recordings.</param>
    /// <exception cref="FileNotFoundException">There is no such model file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or does not end in one linear layer.</exception>
    /// <exception cref="ExtractorMismatchException">
    /// The model was trained with a feature extractor other than the one of the options.
    /// </exception>
    /// <exception cref="ArgumentException">There is no recording, or the shares do not name at least two of the model's labels.</exception>
    /// <exception cref="CorpusException">Recordings cannot be read; all are named.</exception>
    /// <exception cref="BackendException">The engine failed.</exception>
    public AdaptationResult AdaptUnlabeled(
        string modelPath, IReadOnlyList<string> recordings, IReadOnlyDictionary<string, double>? shares = null, CancellationToken cancellationToken = default) =>
        AdaptUnlabeled(ModelFile.Read(modelPath), recordings, shares, cancellationToken);

    /// <summary>Adapts a model in memory with recordings without labels.</summary>
    /// <param name="model">The model; not changed.</param>
    /// <param name="recordings">As for a model file.</param>
    /// <param name="shares">As for a model file.</param>
    /// <param name="cancellationToken">Checked between recordings.</param>
    /// <inheritdoc cref="AdaptUnlabeled(string, IReadOnlyList{string}, IReadOnlyDictionary{string, double}?, CancellationToken)" path="/exception"/>
    public AdaptationResult AdaptUnlabeled(
        StoredModel model, IReadOnlyList<string> recordings, IReadOnlyDictionary<string, double>? shares = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentOutOfRangeException.ThrowIfZero(recordings.Count, nameof(recordings));
        double[] expected = Shares(model.Description.Labels, shares);
        // The speakers of unlabeled recordings are unknown.
        Utterance[] clips = [.. recordings.Select(path => new Utterance(path, path, "", $"recordings-{FolderCorpus.UnknownSpeaker}") { Corpus = "recordings" })];
        double regularization = _options.Regularization ?? RegularizationOfShares;
        ClassifierLayer layer = LayerFit.OnShares(ClassifierLayer.Of(model), Read(model, clips, cancellationToken), expected, regularization);
        string summary = string.Create(
            CultureInfo.InvariantCulture, $"biases of the last layer shifted on {clips.Length} recordings without labels, regularization {regularization}");
        return Result(model, layer.In(model, temperature: 1), clips, summary, regularization);
    }

    private IReadOnlyList<FeatureClip> Read(StoredModel model, IReadOnlyList<Utterance> clips, CancellationToken cancellationToken)
    {
        using PooledFeatures features = new(model, _createNetwork, _options.Extractor);
        return new ClipReading(features, model.Description.Labels, _options.Reading).Read(clips, cancellationToken);
    }

    private static AdaptationResult Result(StoredModel old, StoredModel adapted, IReadOnlyList<Utterance> clips, string summary, double regularization)
    {
        Dictionary<string, string> provenance = new(old.Description.Provenance);
        provenance[ProvenanceKey] = provenance.TryGetValue(ProvenanceKey, out string? before) ? $"{before}; {summary}" : summary;
        return new AdaptationResult
        {
            Model = adapted with
            {
                Description = adapted.Description with
                {
                    Provenance = provenance,
                    // The held-out result is that of the old model.
                    HeldOut = null,
                    Heard = HeardSpeech.Union([old.Description.Heard, HeardSpeech.Of(clips)]),
                },
            },
            Summary = summary,
            Regularization = regularization,
        };
    }

    private static void CheckLabels(IReadOnlyList<string> labels, IReadOnlyList<Utterance> clips)
    {
        string[] found = [.. clips.Select(clip => clip.Emotion).Distinct().Order(StringComparer.Ordinal)];
        string[] foreign = [.. found.Except(labels)];
        if (foreign.Length > 0)
        {
            throw new CorpusException(
                $"The model has no label {string.Join(", ", foreign.Select(label => $"'{label}'"))}; it has {string.Join(", ", labels)}. "
                + "Rename these clips' labels, for instance with Corpus.Relabel, or leave the clips out.");
        }

        if (found.Length < 2)
        {
            throw new CorpusException(
                $"{clips.Count} clips of {(found.Length == 0 ? "no label" : $"one label, '{found[0]}'")}; expected at least two labels, with 5 or more clips each. "
                + "AdaptUnlabeled takes recordings without labels.");
        }
    }

    private static double[] Shares(IReadOnlyList<string> labels, IReadOnlyDictionary<string, double>? shares)
    {
        double[] expected = [.. labels.Select(label => shares is null ? 1 : shares.GetValueOrDefault(label))];
        return (shares is null || shares.Keys.All(labels.Contains)) && Array.TrueForAll(expected, share => share >= 0 && double.IsFinite(share)) && expected.Count(share => share > 0) >= 2
            ? Array.ConvertAll(expected, share => share / expected.Sum())
            : throw new ArgumentException(
                $"Found the shares {string.Join(", ", shares!.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Key}={share.Value}")))}; "
                + $"expected numbers from 0, at least two of them above 0, of the labels {string.Join(", ", labels)}.",
                nameof(shares));
    }
}
