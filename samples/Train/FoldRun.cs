using System.CommandLine;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;
using EmoHRNet.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EmoHRNet.Samples.Train;

/// <summary>One split from training to test: keep the split, train, save, calibrate on validation, test once, save what was found.</summary>
internal sealed class FoldRun(TrainArguments arguments, ParseResult parsed, string modelPath, TrainingRecipe recipe)
{
    private const string SplitHash = "split hash";

    private TensorDataType Storage => parsed.GetValue(arguments.Half) ? TensorDataType.F16 : TensorDataType.F32;

    public EvaluationReport Run(DataSplit split, CancellationToken cancellation)
    {
        Console.WriteLine(split);
        split.Save(Path.ChangeExtension(modelPath, ".split.json"));
        TrainingResult result = Train(split, cancellation);
        ModelDescription description = Describe(result, split);
        result.Save(modelPath, description, Storage);

        // Both go through the model file and the classifier, so that what is reported is what users of the file get.
        description = description with { Temperature = Calibrate(split, description.LabelPriors, cancellation) };
        result.Save(modelPath, description, Storage);
        EvaluationReport test = Test(result, split, cancellation);
        result.Save(modelPath, description with { HeldOut = Summarize(test) }, Storage);

        if (parsed.GetValue(arguments.Report) is { } report)
        {
            TrainingReport.Write(ReportPath(report.FullName, split), parsed, result, split, test);
        }

        Console.WriteLine($"Wrote {modelPath}, epoch {result.BestEpoch} of {result.History.Count}.");
        Console.WriteLine(test.ToText());
        return test;
    }

    private TrainingResult Train(DataSplit split, CancellationToken cancellation)
    {
        using ILoggerFactory warnings = WarningsToStandardError();
        TrainingEnvironment environment = new()
        {
            Device = parsed.GetRequiredValue(arguments.Device),
            CheckpointPath = modelPath + ".checkpoint",
            Resume = parsed.GetValue(arguments.Resume),
            FeatureCacheFolder = parsed.GetValue(arguments.Cache)?.FullName,
            Logger = warnings.CreateLogger<EmotionTrainer>(),
        };
        EmotionTrainer trainer = new(recipe, environment);
        ValidationSet? validation = split.Validation.Count > 0 ? split.Validation : null;
        return TrainingDisplay.Show(progress => trainer.Train(split.Training, validation, progress, cancellation));
    }

    // The display tells of the epochs; what the trainer warns of would otherwise show in the model's provenance alone.
    private static ILoggerFactory WarningsToStandardError() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddSimpleConsole(console => console.SingleLine = true)
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Warning));

    private static ModelDescription Describe(TrainingResult result, DataSplit split)
    {
        ModelDescription description = result.Describe();
        return description with
        {
            License = $"Trained on {split.Corpus.Info.Title}; the weights inherit its terms: {split.Corpus.Info.License}",
            Provenance = new Dictionary<string, string>(description.Provenance)
            {
                ["split"] = split.Origin.ToString(),
                [SplitHash] = split.Hash,
                ["citation"] = split.Corpus.Info.Citation,
            },
        };
    }

    private double Calibrate(DataSplit split, IReadOnlyDictionary<string, double>? priors, CancellationToken cancellation)
    {
        if (parsed.GetValue(arguments.Temperature) is { } temperature)
        {
            return temperature;
        }

        if (split.Validation.Count == 0 || split.IsTestSelected)
        {
            return 1;
        }

        // The validation part has its labels as often as the training part.
        using EmotionClassifier classifier = new(modelPath, new EmotionClassifierOptions { LabelPriors = priors });
        return Evaluator.FitTemperature(classifier, split.Validation, cancellation: cancellation);
    }

    private EvaluationReport Test(TrainingResult result, DataSplit split, CancellationToken cancellation)
    {
        using EmotionClassifier classifier = new(modelPath);
        EvaluationReport report = Evaluator.Evaluate(classifier, split, cancellation: cancellation);
        return report with
        {
            Context = report.Context with
            {
                Model = Path.GetFileName(modelPath),
                Command = ReportedCommand.Of("samples/Train", parsed),
                Notes = [.. report.Context.Notes, .. CorpusNotes.Of(split.Corpus), .. TeacherNotes(split)],
            },
            KeptEpoch = result.BestEpoch,
            Training = result.History,
        };
    }

    private IEnumerable<string> TeacherNotes(DataSplit split) =>
        from teacher in recipe.Distillation?.Teachers ?? []
        where ModelFile.ReadDescription(teacher).Provenance.GetValueOrDefault(SplitHash) != split.Hash
        select $"The teacher {Path.GetFileName(teacher)} was not trained on this split; it may have heard the clips tested, and the result may be optimistic.";

    private static HeldOutResult Summarize(EvaluationReport test) => new()
    {
        Protocol = test.Context.Protocol,
        ClipCount = test.Metrics.Count,
        Accuracy = test.Metrics.Accuracy,
        UnweightedAccuracy = test.Metrics.UnweightedAccuracy,
    };

    private static string ReportPath(string path, DataSplit split) =>
        split.Origin.Fold is { } fold ? Path.ChangeExtension(path, $"fold{fold}{Path.GetExtension(path)}") : path;
}
