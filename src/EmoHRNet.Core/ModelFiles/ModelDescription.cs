using System.Globalization;
using System.Text.Json.Serialization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Network;

namespace EmoHRNet.ModelFiles;

/// <summary>Everything about a model except its weights: what prediction needs, and the origin of the model.</summary>
public sealed record ModelDescription
{
    /// <summary>The format version that this library writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>The format version; <see cref="CurrentFormatVersion"/>.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>The label of each output of the network, in order; distinct and not empty.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The network.</summary>
    public required HRNetOptions Network { get; init; }

    /// <summary>How decoded audio is prepared before features are extracted.</summary>
    public PreparationOptions Preparation { get; init; } = new();

    /// <summary>The features of an utterance; not used if there is an <see cref="Extractor"/>.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>
    /// The application's own extractor with which the model was trained; it must be passed again to predict
    /// (<see cref="ClassifierOptions.Extractor"/>). Null for the built-in one, with <see cref="Features"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExtractorDescription? Extractor { get; init; }

    /// <summary>The number of bands of an input of the network.</summary>
    [JsonIgnore]
    public int BandCount => Extractor?.BandCount ?? Features.BandCount;

    /// <summary>The distance between two frames, in samples of <see cref="PreparationOptions.SampleRate"/>.</summary>
    [JsonIgnore]
    public int HopLength => Extractor?.HopLength ?? Features.Mel.HopLength;

    /// <summary>The number of frames of an input, as in training; 1 to 100,000.</summary>
    public required int WindowFrames { get; init; }

    /// <summary>The divisor of the logits before the softmax (temperature scaling, Guo et al., 2017); 0.01 to 100. Default 1.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>
    /// The label priors of training, weighted as in the loss: shares that sum to 1. The network's probabilities reflect them, and
    /// <see cref="ClassifierOptions.LabelPriors"/> replaces them. Null if equal or not known.
    /// </summary>
    public IReadOnlyDictionary<string, double>? LabelPriors { get; init; }

    /// <summary>The origin of the model: corpus, split, seed, command, date, library version.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();

    /// <summary>The license of the weights, as text to show to users; empty if not known.</summary>
    public string License { get; init; } = "";

    /// <summary>The result of the model on held-out clips; null if not measured.</summary>
    public HeldOutResult? HeldOut { get; init; }

    /// <summary>
    /// The clips that the model and its parent models were trained or chosen on; null if not known, as in files that are older than this
    /// property.
    /// </summary>
    public HeardSpeech? Heard { get; init; }

    /// <summary>The extractor for prediction: the given one, if the model was trained with it, or the built-in one.</summary>
    /// <param name="given">The application's own extractor; null for none.</param>
    /// <exception cref="ExtractorMismatchException">The model was trained with another extractor, or with the built-in one.</exception>
    /// <exception cref="ArgumentException">The output of the extractor contradicts its properties.</exception>
    public IFeatureExtractor CreateExtractor(IFeatureExtractor? given = null)
    {
        ExtractorDescription? found = given is null ? null : ExtractorDescription.Of(given);
        if (Extractor is null && found is null)
        {
            return Features.CreateExtractor();
        }

        return Extractor is not null && found is not null && Extractor.Fits(found) ? given! : throw new ExtractorMismatchException(Extractor, found);
    }

    /// <summary>Reads a description from the text that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="ModelFormatException">The text is not a valid description.</exception>
    public static ModelDescription FromJson(string json, string source)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ModelDescriptionJson.Read(json, source);
    }

    /// <summary>The description as JSON, as in a model file.</summary>
    public string ToJson() => ModelDescriptionJson.Write(this);

    /// <summary>Checks every part, and that the parts are consistent.</summary>
    /// <exception cref="InvalidOptionsException">At least one value is out of range or contradicts another; all are named.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        problems.Require(FormatVersion == CurrentFormatVersion, nameof(FormatVersion), FormatVersion, $"{CurrentFormatVersion}")
            .Require(HasDistinctLabels(), nameof(Labels), $"[{string.Join(", ", Labels ?? [])}]", "distinct names, none empty")
            .Range(nameof(WindowFrames), WindowFrames, 1, 100_000)
            .Range(nameof(Temperature), Temperature, 0.01, 100)
            .Require(LabelPriors is null || ArePriors(LabelPriors), nameof(LabelPriors), Text(LabelPriors), "a share for each label, 0 to 1; the shares sum to 1")
            .Nested(nameof(Network), Network.CollectProblems)
            .Nested(nameof(Preparation), Preparation.CollectProblems)
            .Nested(nameof(Features), Features.CollectProblems);
        if (Extractor is not null)
        {
            problems.Nested(nameof(Extractor), Extractor.CollectProblems);
        }

        problems.ThrowIfAny(nameof(ModelDescription));
        CollectContradictions(problems);
        problems.ThrowIfAny(nameof(ModelDescription));
    }

    private void CollectContradictions(OptionProblems problems)
    {
        int channels = Extractor?.ChannelCount ?? Features.ChannelCount;
        int rate = Extractor?.SampleRate ?? Features.Mel.SampleRate;
        problems.Require(Labels.Count == Network.ClassCount, "Network.ClassCount", Network.ClassCount, $"{Labels.Count}, the number of labels")
            .Require(channels == Network.InputChannels, "Network.InputChannels", Network.InputChannels, $"{channels}, the channels of the features")
            .Require(rate == Preparation.SampleRate, "Preparation.SampleRate", Preparation.SampleRate, $"{rate}, the rate of the features");
    }

    private bool ArePriors(IReadOnlyDictionary<string, double> priors) =>
        Labels is not null && priors.Count == Labels.Count && Labels.All(priors.ContainsKey)
        && priors.Values.All(share => share is >= 0 and <= 1) && Math.Abs(priors.Values.Sum() - 1) < 1e-6;

    private static string? Text(IReadOnlyDictionary<string, double>? priors) => priors is null
        ? null
        : string.Join(", ", priors.Select(prior => string.Create(CultureInfo.InvariantCulture, $"{prior.Key}={prior.Value}")));

    private bool HasDistinctLabels() =>
        Labels is not null && Labels.All(label => !string.IsNullOrWhiteSpace(label)) && Labels.Distinct(StringComparer.Ordinal).Count() == Labels.Count;
}
