using System.CommandLine;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;
using EmoHRNet.Tool.Reports;
using EmoHRNet.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EmoHRNet.Samples.Train;

/// <summary>Runs one split from training to test, shows progress, and writes model and report.</summary>
internal sealed class FoldRun(TrainArguments arguments, ParseResult parsed)
{
    /// <summary>Trains, writes model and report, and returns the test result; null after a final run.</summary>
    public EvaluationReport? Run(DataSplit split, string modelPath, TrainingRecipe recipe, CancellationToken cancellationToken)
    {
        Console.WriteLine(split);
        using ILoggerFactory warnings = WarningsToStandardError();
        ModelTraining training = new(recipe, Options(warnings.CreateLogger<EmotionTrainer>()));
        TrainedModel model = TrainingDisplay.Show(progress => training.Run(split, modelPath, progress, cancellationToken));
        EvaluationReport? test = model.Test is { } report
            ? report with
            {
                Context = report.Context with
                {
                    Command = ReportedCommand.Of("dotnet run --project samples/Train --", parsed),
                    Notes = [.. report.Context.Notes, .. CorpusNotes.Of(split.Corpus)],
                },
            }
            : null;
        if (parsed.GetValue(arguments.Report) is { } file)
        {
            TrainingReport.Write(ReportPath(file.FullName, split), parsed, model.Training, split, test);
        }

        Console.WriteLine($"Wrote {modelPath}, epoch {model.Training.BestEpoch} of {model.Training.History.Count}.");
        Console.WriteLine(test?.ToText() ?? "Nothing was tested: a final run, trained on all speakers, has no result of its own.");
        return test;
    }

    /// <summary>Everything except the clips that a result depends on; teachers as on the command line.</summary>
    public string Settings(TrainingRecipe recipe) => new ModelTraining(recipe, Options(null)).Settings;

    private ModelTrainingOptions Options(ILogger? logger) => new()
    {
        Environment = new TrainingEnvironment
        {
            Device = parsed.GetRequiredValue(arguments.Device),
            Resume = parsed.GetValue(arguments.Resume),
            FeatureCacheFolder = parsed.GetValue(arguments.Cache)?.FullName,
            Logger = logger,
            Reading = arguments.Corpus.Reading.Of(parsed),
        },
        Storage = parsed.GetValue(arguments.Half) ? TensorDataType.F16 : TensorDataType.F32,
        Temperature = parsed.GetValue(arguments.Temperature),
    };

    // The display shows the epochs; without this, warnings of the trainer would only be in the model's provenance.
    private static ILoggerFactory WarningsToStandardError() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddSimpleConsole(console => console.SingleLine = true)
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Warning));

    private static string ReportPath(string path, DataSplit split) =>
        split.Origin.Fold is { } fold ? Path.ChangeExtension(path, $"fold{fold}{Path.GetExtension(path)}") : path;
}
