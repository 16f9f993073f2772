using System.Globalization;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;

namespace EmoHRNet.Training;

/// <summary>
/// Turns a split into a model file, in the order that keeps its result honest: train, calibrate on the validation part, test
/// once, and write the results into the file.
/// </summary>
/// <remarks>
/// Calibration and test go through the model file and the classifier, so that the reported results are what users of the file get. The split
/// is stored beside the model (<c>model.split.json</c>). A final run (<see cref="SplitOrigin.IsFinal"/>) tests nothing, and its file says so.
/// </remarks>
public sealed class ModelTraining
{
    /// <summary>The key of the split's hash in a model's provenance.</summary>
    public const string SplitHashKey = "split hash";

    private const string HeldOutKey = "held out";

    private readonly TrainingRecipe _recipe;
    private readonly ModelTrainingOptions _options;

    /// <summary>Prepares a training.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="options">Environment, storage and calibration; null for the defaults.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">Recipe or options are out of range.</exception>
    public ModelTraining(TrainingRecipe recipe, ModelTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        recipe.Validate();
        (_recipe, _options) = (recipe, options ?? new ModelTrainingOptions());
        _options.Validate();
        _options.Extensions.Validate(recipe);
    }

    /// <summary>Everything except the clips that a result depends on, as text for <see cref="CrossValidationOptions.Settings"/>.</summary>
    public string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"{_recipe.ToJson()}\nstorage {_options.Storage}\ntemperature {_options.Temperature?.ToString(CultureInfo.InvariantCulture) ?? "fitted"}\n{_options.Extensions}");

    /// <summary>Trains on a split and writes the model.</summary>
    /// <param name="split">The division of the corpus.</param>
    /// <param name="modelPath">The model file; its folder must exist.</param>
    /// <param name="progress">Reported after every step and every epoch.</param>
    /// <param name="cancellationToken">Stops between two steps; the checkpoint of the last finished epoch is kept.</param>
    /// <inheritdoc cref="EmotionTrainer.Train" path="/exception"/>
    /// <exception cref="IOException">The model cannot be written.</exception>
    public TrainedModel Run(DataSplit split, string modelPath, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        split.Save(Path.ChangeExtension(modelPath, ".split.json"));
        TrainingEnvironment environment = _options.Environment with { CheckpointPath = _options.Environment.CheckpointPath ?? modelPath + ".checkpoint" };
        TrainingResult result = new EmotionTrainer(_recipe, environment, _options.Extensions)
            .Train(split.Training, split.Validation.Count > 0 ? split.Validation : null, progress, cancellationToken);
        ModelDescription description = Describe(result, split);
        result.Save(modelPath, description, _options.Storage);
        description = description with { Temperature = Calibrate(modelPath, split, description.LabelPriors, cancellationToken) };
        result.Save(modelPath, description, _options.Storage);
        EvaluationReport? test = split.Test.Count > 0 ? Test(modelPath, result, split, cancellationToken) : null;
        description = description with { HeldOut = test is null ? null : Summarize(test) };
        result.Save(modelPath, description, _options.Storage);
        return new TrainedModel { Path = modelPath, Description = description, Training = result, Test = test };
    }

    private static ModelDescription Describe(TrainingResult result, DataSplit split)
    {
        ModelDescription description = result.Describe();
        Dictionary<string, string> provenance = new(description.Provenance)
        {
            ["split"] = split.Origin.ToString(),
            [SplitHashKey] = split.Hash,
            ["citation"] = split.Corpus.Info.Citation,
        };
        if (split.Origin.IsFinal)
        {
            provenance[HeldOutKey] = "nothing: trained on all speakers, to ship. Results of the recipe are those of other runs";
        }

        return description with
        {
            License = $"Trained on {split.Corpus.Info.Title}; the weights inherit its terms: {split.Corpus.Info.License}",
            Provenance = provenance,
        };
    }

    private double Calibrate(string modelPath, DataSplit split, IReadOnlyDictionary<string, double>? priors, CancellationToken cancellationToken)
    {
        if (_options.Temperature is { } temperature)
        {
            return temperature;
        }

        if (split.Validation.Count == 0 || split.IsTestSelected)
        {
            return 1;
        }

        // The validation part has the same label frequencies as the training part.
        using EmotionClassifier classifier = new(modelPath, new EmotionClassifierOptions { LabelPriors = priors, Extractor = _options.Extensions.Extractor });
        return Evaluator.FitTemperature(classifier, split.Validation, Evaluation, cancellationToken: cancellationToken);
    }

    private EvaluationReport Test(string modelPath, TrainingResult result, DataSplit split, CancellationToken cancellationToken)
    {
        using EmotionClassifier classifier = new(modelPath, new EmotionClassifierOptions { Extractor = _options.Extensions.Extractor });
        EvaluationReport report = Evaluator.Evaluate(classifier, split, Evaluation, cancellationToken: cancellationToken);
        return report with
        {
            Context = report.Context with { Model = Path.GetFileName(modelPath) },
            KeptEpoch = result.BestEpoch,
            Training = result.History,
        };
    }

    private EvaluationOptions Evaluation => _options.Evaluation with { Reading = _options.Environment.Reading };

    private static HeldOutResult Summarize(EvaluationReport test) => new()
    {
        Protocol = test.Context.Protocol,
        ClipCount = test.Metrics.Count,
        Accuracy = test.Metrics.Accuracy,
        UnweightedAccuracy = test.Metrics.UnweightedAccuracy,
    };
}
