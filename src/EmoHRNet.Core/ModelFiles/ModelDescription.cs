using System.Globalization;
using System.Text.Json.Serialization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Network;

namespace EmoHRNet.ModelFiles;

/// <summary>Everything that prediction needs to know about a model besides its weights, and where the model comes from.</summary>
public sealed record ModelDescription
{
    /// <summary>The version of the format that this library writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>The version of the format; <see cref="CurrentFormatVersion"/>.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>The label of each output of the network, in order; distinct, not empty.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The network.</summary>
    public required HRNetOptions Network { get; init; }

    /// <summary>What is done to decoded audio before features are extracted.</summary>
    public PreparationOptions Preparation { get; init; } = new();

    /// <summary>What the network sees of an utterance; without meaning where there is an <see cref="Extractor"/>.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>
    /// The application's own extractor that the model was trained with: it must be given again to predict
    /// (<see cref="ClassifierOptions.Extractor"/>). Null: the built-in one, of <see cref="Features"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExtractorDescription? Extractor { get; init; }

    /// <summary>The bands of one input of the network.</summary>
    [JsonIgnore]
    public int BandCount => Extractor?.BandCount ?? Features.BandCount;

    /// <summary>The distance between two frames, in samples of <see cref="PreparationOptions.SampleRate"/>.</summary>
    [JsonIgnore]
    public int HopLength => Extractor?.HopLength ?? Features.Mel.HopLength;

    /// <summary>The frames of one input, as in training; 1 to 100,000.</summary>
    public required int WindowFrames { get; init; }

    /// <summary>The divisor of the logits before the softmax (temperature scaling, Guo et al., 2017); 0.01 to 100. Default 1.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>
    /// How often each label was asked for in training, by the weight of the loss: shares that sum to 1. The network's probabilities rest on
    /// them, and <see cref="ClassifierOptions.LabelPriors"/> replaces them. Null: all labels alike, or not known.
    /// </summary>
    public IReadOnlyDictionary<string, double>? LabelPriors { get; init; }

    /// <summary>Where the model comes from: corpus, split, seed, command, date, library version.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();

    /// <summary>The license of the weights, in a form to show to users; empty when nothing is known.</summary>
    public string License { get; init; } = "";

    /// <summary>What the model reached on held-out clips; null when that was not measured.</summary>
    public HeldOutResult? HeldOut { get; init; }

    /// <summary>
    /// What the model, and those it was made from, have learned from or were chosen on; null when that is not known, as in files that are
    /// older than this property.
    /// </summary>
    public HeardSpeech? Heard { get; init; }

    /// <summary>The extractor to predict with: the one given, if the model was trained with it, or the built-in one.</summary>
    /// <param name="given">The application's own extractor; null for none.</param>
    /// <exception cref="ExtractorMismatchException">The model was trained with another extractor, or with the built-in one.</exception>
    /// <exception cref="ArgumentException">The extractor does not keep what its properties promise.</exception>
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

    /// <summary>The description as the JSON that a model file carries.</summary>
    public string ToJson() => ModelDescriptionJson.Write(this);

    /// <summary>Checks every part, and that the parts fit each other.</summary>
    /// <exception cref="InvalidOptionsException">At least one value is out of range or contradicts another; all are named.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        problems.Require(FormatVersion == CurrentFormatVersion, nameof(FormatVersion), FormatVersion, $"{CurrentFormatVersion}")
            .Require(HasDistinctLabels(), nameof(Labels), $"[{string.Join(", ", Labels ?? [])}]", "distinct names, none empty")
            .Range(nameof(WindowFrames), WindowFrames, 1, 100_000)
            .Range(nameof(Temperature), Temperature, 0.01, 100)
            .Require(LabelPriors is null || ArePriors(LabelPriors), nameof(LabelPriors), Text(LabelPriors), "a share for each label, 0 to 1, in sum 1")
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
