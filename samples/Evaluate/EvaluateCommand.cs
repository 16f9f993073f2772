using System.CommandLine;
using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Robustness;
using EmoHRNet.ModelFiles;
using EmoHRNet.Models;
using EmoHRNet.Splits;
using EmoHRNet.Tool.Reports;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>Runs an evaluation: reads corpus and model, predicts, reports.</summary>
internal sealed class EvaluateCommand(EvaluateArguments arguments, ParseResult parsed)
{
    private const int Success = 0;
    private const int Failure = 1;

    private readonly List<DataSplit> _splits = [];

    private string[] ModelPaths(int? fold) => parsed.GetValue(arguments.Model) is { Length: > 0 } paths
        ? [.. paths.Select(path => FoldPath.Of(path, fold))]
        : [PretrainedModels.RavdessSmall];

    // Represents all folds for values that are the same in each.
    private int? FirstFold => parsed.GetValue(arguments.Split)?.ToString() is { } split && FoldPath.IsOfFolds(split) ? 1 : null;

    public static int Run(string[] args)
    {
        EvaluateArguments arguments = new();
        RootCommand command = arguments.ToCommand();
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Guarded(() => new EvaluateCommand(arguments, parsed).Run(cancellationToken)), CancellationToken.None));
        ParseResult parsed = command.Parse(args);
        return parsed.Errors.Count > 0
            ? Complain(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)) + Environment.NewLine + "See --help.")
            : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static int Guarded(Action run)
    {
        try
        {
            run();
            return Success;
        }
        catch (OperationCanceledException)
        {
            return Complain("Stopped; nothing was written.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or EmoHRNetException)
        {
            return Complain(CommandWords.Of(PlainMessage.Of(e)));
        }
    }

    private void Run(CancellationToken cancellationToken)
    {
        FileInfo[] reports = parsed.GetValue(arguments.Report) ?? [];
        new EvaluateChecks(arguments, parsed).Run(reports, ModelPaths(FirstFold).Length);
        EmotionClassifierOptions running = new()
        {
            Device = parsed.GetValue(arguments.Device)!,
            TestTimeSpeeds = SpeedsOf(parsed.GetValue(arguments.Speeds)!),
        };
        EvaluationReport report = EvaluateAll(EvaluatedCorpora.Load(arguments, parsed), running, cancellationToken);
        Console.Write(report.ToText());
        foreach (FileInfo file in reports)
        {
            report.Save(file.FullName);
            Console.WriteLine($"Wrote {file.FullName}");
        }

        Publish(report);
    }

    /// <summary>One evaluation, or one per fold if the split's name contains {fold}.</summary>
    private EvaluationReport EvaluateAll(EvaluatedCorpora corpora, EmotionClassifierOptions running, CancellationToken cancellationToken)
    {
        if (FirstFold is null)
        {
            return Evaluate(corpora, running, null, cancellationToken);
        }

        string split = parsed.GetValue(arguments.Split)!.ToString();
        int count = Enumerable.Range(1, int.MaxValue).TakeWhile(fold => File.Exists(FoldPath.Of(split, fold))).Count();
        if (count == 0)
        {
            throw new FileNotFoundException($"There is no '{FoldPath.Of(split, 1)}', the split of the first fold.");
        }

        Dictionary<int, EvaluationReport> folds = Enumerable.Range(1, count).ToDictionary(fold => fold, fold => Evaluate(corpora, running, fold, cancellationToken));
        SplitOrigin origin = _splits[0].Origin with { Fold = null, FoldCount = null, HeldOut = null };
        return EvaluationReport.OfFolds(folds, folds[1].Context with { Part = $"{count} folds", Protocol = origin.ToString(), SplitHash = null });
    }

    private void Publish(EvaluationReport report)
    {
        ModelDescription[] models = [.. ModelPaths(FirstFold).Select(ModelFile.ReadDescription)];
        string Join(string key) => string.Join(" + ", models.Select(model => model.Provenance.GetValueOrDefault(key, "unknown")));
        arguments.Results.Write(parsed, report, Join("recipe"), Join("seed"), _splits);
    }

    private EvaluationReport Evaluate(EvaluatedCorpora corpora, EmotionClassifierOptions running, int? fold, CancellationToken cancellationToken)
    {
        EvaluatedPart part = EvaluatedPart.Choose(arguments, parsed, corpora, fold, cancellationToken);
        _splits.AddRange(new[] { part.Split }.OfType<DataSplit>());
        EvaluationOptions options = new() { LabelMap = part.Map, Reading = arguments.Corpus.Reading.Of(parsed), GroupBy = parsed.GetValue(arguments.GroupBy)! };
        EvaluationReport[] reports =
        [
            .. ModelPaths(fold).Select(path =>
            {
                using EmotionClassifier classifier = new(path, running with { LabelPriors = PriorsOf(parsed.GetValue(arguments.Priors)!, path) });
                EvaluationContext complete = Complete(part, path, classifier);
                EvaluationReport report = EvaluationDisplay.Show(progress => Evaluator.Evaluate(classifier, part.Utterances, complete, options, progress, cancellationToken));
                return report with { Robustness = TryConditions(classifier, part, options, cancellationToken) };
            }),
        ];
        EnsembleMean mean = Enum.Parse<EnsembleMean>(parsed.GetValue(arguments.Mean)!, ignoreCase: true);
        EvaluationContext context = WithHeard(reports.Length == 1 ? reports[0].Context : Join(reports, mean), reports[0], part.Corpus, fold);
        return EvaluationReport.Average(reports, context, options, reports.Length == 1 ? EnsembleMean.Arithmetic : mean) with { Robustness = reports[0].Robustness };
    }

    // An ensemble has heard everything that any member has; a speaker counts as heard if any of their clips was.
    private EvaluationContext WithHeard(EvaluationContext context, EvaluationReport report, Corpus corpus, int? fold) => context.WithHeard(
        HeardSpeech.Union(ModelPaths(fold).Select(path => ModelFile.ReadDescription(path).Heard)),
        [.. report.Predictions.Select(prediction => corpus.Find(prediction.Id)!)],
        corpus.Utterances);

    private RobustnessResult? TryConditions(EmotionClassifier classifier, EvaluatedPart part, EvaluationOptions options, CancellationToken cancellationToken) =>
        parsed.GetValue(arguments.Conditions)
            ? EvaluationDisplay.Show(progress => RobustnessTest.Run(classifier, part.Utterances, options: options, additional: OwnNoise(), progress: progress, cancellationToken: cancellationToken))
            : null;

    private IReadOnlyList<TestCondition> OwnNoise() =>
        parsed.GetValue(arguments.NoiseFolder) is { } folder ? TestConditions.RecordedNoise(folder.FullName) : [];

    private static EvaluationContext Join(EvaluationReport[] reports, EnsembleMean mean) => reports[0].Context with
    {
        Model = string.Join(" + ", reports.Select(report => report.Context.Model)),
        Notes =
        [
            $"The {(mean == EnsembleMean.Geometric ? "geometric mean" : "mean")} of the probabilities of {reports.Length} models.",
            .. reports.SelectMany(report => report.Context.Notes).Distinct(),
        ],
    };

    private EvaluationContext Complete(EvaluatedPart part, string modelPath, EmotionClassifier classifier)
    {
        EvaluationContext context = part.Context;
        string[] notes = context.Part switch
        {
            _ when classifier.Heard is null && LearnedFrom(part.Corpus, classifier.Model) && classifier.Model.Provenance.GetValueOrDefault(ModelTraining.SplitHashKey) != context.SplitHash =>
                ["The model was trained on this corpus with another split or without one: it has probably heard some of these clips, and the result is optimistic."],
            "training" => ["The model was trained on these clips."],
            "validation" => ["These clips were the validation part of training: the epoch or the temperature may have been chosen on them."],
            _ => [],
        };
        string[] license = classifier.Model.License.Length > 0 ? [$"Model license: {classifier.Model.License}"] : [];
        return context with
        {
            Model = Path.GetFileName(modelPath),
            Command = ReportedCommand.Of("dotnet run --project samples/Evaluate --", parsed),
            Options = new Dictionary<string, string>(context.Options)
            {
                ["speeds"] = parsed.GetValue(arguments.Speeds)!,
                ["priors"] = parsed.GetValue(arguments.Priors)!,
            },
            Notes = [.. context.Notes, .. notes, .. license],
        };
    }

    private static bool LearnedFrom(Corpus corpus, ModelDescription model) => corpus.Parts.Any(part =>
        model.Provenance.Values.Any(value => value.Contains(part.Info.Name, StringComparison.OrdinalIgnoreCase)));

    private static double[] SpeedsOf(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries).Select(part => NumberOptions.TryParse(part, out double speed)
            ? speed
            : throw new ArgumentException($"--speeds is '{text}'; expected numbers with commas between them, such as 0.9,1,1.1.")),
    ];

    private static IReadOnlyDictionary<string, double>? PriorsOf(string text, string modelPath) => text switch
    {
        EvaluateArguments.EqualPriors => null,
        EvaluateArguments.TrainedPriors => ModelFile.ReadDescription(modelPath).LabelPriors,
        _ => PriorList.Parse(text),
    };

    private static int Complain(string message)
    {
        Console.Error.WriteLine(message);
        return Failure;
    }
}
