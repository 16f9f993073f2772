using System.Globalization;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.SpeechDetection;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet;

/// <summary>How a classifier's answers are given, whatever engine the network runs on.</summary>
public record ClassifierOptions : ValidatedOptions
{
    /// <summary>The most windows that go through the network at once, 1 to 4,096. More need more memory. Default 16.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>The labels to choose from, a part of the model's; probabilities are shared out among them. Null (the default) is all.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>
    /// How often each label is expected where the classifier is used, in any unit: <c>neutral = 6, happy = 1, …</c>. Null (the default) says
    /// that all are alike, which serves unweighted accuracy. How often actors were asked for an emotion says nothing of a caller's mood, so
    /// a corpus's own shares are only used when they are passed here: <c>ModelFile.ReadDescription(path).LabelPriors</c>.
    /// </summary>
    public IReadOnlyDictionary<string, double>? LabelPriors { get; init; }

    /// <summary>The confidence below which an answer is "uncertain", 0 to 1. Default 0: never, but for clips without sound or speech.</summary>
    public double ConfidenceThreshold { get; init; }

    /// <summary>
    /// The probability of speech below which there is none, 0 to 1: a clip is "uncertain", a stretch of a timeline has no emotion. Higher values
    /// keep more sounds out and more noisy voices, too. 0 does not look for speech. Default 0.4, see <see cref="SpeechDetector"/>.
    /// </summary>
    public double SpeechThreshold { get; init; } = SpeechDetector.DefaultThreshold;

    /// <summary>The longest clip that is accepted, above zero. Default 1 hour; longer recordings are for <c>Analyze</c>.</summary>
    public TimeSpan MaximumDuration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Test-time augmentation: the speeds at which a clip is classified, each 0.5 to 2 to a thousandth: the clip is resampled as
    /// <see cref="Audio.Augmentation.SpeedPerturbation"/> does in training, and the probabilities, with the model's temperature in each, are
    /// averaged. Default 1 alone: the clip as it is. Three speeds such as 0.9, 1 and 1.1 take three times as long. It holds for clips;
    /// <c>Analyze</c> and live analysis hear a recording as it is, and so do the regions of an explanation.
    /// </summary>
    public IReadOnlyList<double> TestTimeSpeeds { get; init; } = [TestTimeAugmentation.NaturalSpeed];

    /// <summary>
    /// How files and streams are read: decoders of the application's own, whether truncated audio is accepted, where ffmpeg is. Default: formats
    /// are recognized by content, and damaged files are refused.
    /// </summary>
    public AudioReadOptions Reading { get; init; } = new();

    /// <summary>
    /// The application's own feature extractor, for models that were trained with one: the file names it. Null (the default) for models with
    /// built-in features. Another extractor than the model's is refused.
    /// </summary>
    public IFeatureExtractor? Extractor { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems
            .Range(nameof(BatchSize), BatchSize, 1, 4096)
            .Require(Labels is null || (Labels.Count > 0 && Labels.Distinct(StringComparer.Ordinal).Count() == Labels.Count), nameof(Labels), Text(Labels), "at least one label, none twice")
            .Require(
                LabelPriors is null || (LabelPriors.Values.All(prior => prior >= 0 && double.IsFinite(prior)) && LabelPriors.Values.Any(prior => prior > 0)),
                nameof(LabelPriors), Text(LabelPriors?.ToArray()), "numbers from 0, one above 0")
            .Range(nameof(ConfidenceThreshold), ConfidenceThreshold, 0, 1)
            .Range(nameof(SpeechThreshold), SpeechThreshold, 0, 1)
            .Require(MaximumDuration > TimeSpan.Zero, nameof(MaximumDuration), MaximumDuration, "a time above zero")
            .Require(
                TestTimeSpeeds is { Count: > 0 } && TestTimeSpeeds.All(speed => speed is >= 0.5 and <= 2) && TestTimeSpeeds.Distinct().Count() == TestTimeSpeeds.Count,
                nameof(TestTimeSpeeds), Text(TestTimeSpeeds), "at least one speed, each 0.5 to 2, none twice")
            .Require(Reading is not null, nameof(Reading), Reading, "options of reading");
        if (Reading is not null)
        {
            problems.Nested(nameof(Reading), Reading.CollectProblems);
        }
    }

    /// <summary>Checks that labels, priors and extractor are those of a model.</summary>
    /// <param name="model">What the model file says about the model.</param>
    /// <exception cref="InvalidOptionsException">A label or a prior is not one of the model's, or a prior is missing.</exception>
    /// <exception cref="ExtractorMismatchException">The model was trained with another feature extractor.</exception>
    public void RequireModel(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        RequireLabelsOf(model.Labels);
        _ = model.CreateExtractor(Extractor);
    }

    /// <summary>Checks that labels and priors are those of a model.</summary>
    /// <param name="modelLabels">The labels of the model.</param>
    /// <exception cref="InvalidOptionsException">A label or a prior is not one of the model's, or a prior is missing.</exception>
    public void RequireLabelsOf(IReadOnlyList<string> modelLabels)
    {
        ArgumentNullException.ThrowIfNull(modelLabels);
        SelectFrom(modelLabels);
        CheckPriors(modelLabels);
    }

    /// <summary>The indices of the labels to choose from among a model's.</summary>
    /// <exception cref="InvalidOptionsException">A label is not one of the model's.</exception>
    internal int[] SelectFrom(IReadOnlyList<string> modelLabels)
    {
        if (Labels is null)
        {
            return [.. Enumerable.Range(0, modelLabels.Count)];
        }

        OptionProblems problems = new();
        int[] indices = [.. Labels.Select(label => modelLabels.ToList().IndexOf(label))];
        problems.Require(!indices.Contains(-1), nameof(Labels), Text(Labels), $"some of the model's labels: {string.Join(", ", modelLabels)}");
        problems.ThrowIfAny(GetType().Name);
        return indices;
    }

    /// <summary>Checks that the priors are those of the labels to choose from.</summary>
    /// <exception cref="InvalidOptionsException">A prior is missing, or is that of a label the model does not have.</exception>
    internal void CheckPriors(IReadOnlyList<string> modelLabels)
    {
        OptionProblems problems = new();
        problems.Require(
            LabelPriors is null || (LabelPriors.Keys.All(modelLabels.Contains) && (Labels ?? modelLabels).All(LabelPriors.ContainsKey)),
            nameof(LabelPriors), Text(LabelPriors?.Keys.ToArray()), $"a number for each of {string.Join(", ", Labels ?? modelLabels)}, and for none besides the model's labels");
        problems.ThrowIfAny(GetType().Name);
    }

    private static string? Text<T>(IReadOnlyList<T>? values) =>
        values is null ? null : $"[{string.Join(", ", values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value}")))}]";
}
