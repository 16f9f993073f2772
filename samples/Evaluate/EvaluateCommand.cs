using System.CommandLine;
using System.Globalization;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Models;
using EmoHRNet.Splits;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>Corpus, model, predictions, report.</summary>
internal sealed class EvaluateCommand(EvaluateArguments arguments, ParseResult parsed)
{
    private const int Success = 0;
    private const int Failure = 1;
    private const string CommonAndMore = "common,";

    private readonly List<DataSplit> _splits = [];

    private string[] ModelPaths(int? fold) => parsed.GetValue(arguments.Model) is { Length: > 0 } paths
        ? [.. paths.Select(path => FoldPath.Of(path, fold))]
        : [PretrainedModels.RavdessSmall];

    public static int Run(string[] args)
    {
        EvaluateArguments arguments = new();
        RootCommand command = arguments.ToCommand();
        command.SetAction((parsed, stop) => Task.Run(() => Guarded(() => new EvaluateCommand(arguments, parsed).Run(stop)), CancellationToken.None));
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CorpusException or ModelFormatException
            or BackendException)
        {
            return Complain(e.Message);
        }
    }

    private void Run(CancellationToken stop)
    {
        FileInfo[] reports = parsed.GetValue(arguments.Report) ?? [];
        CheckExtensions(reports);
        EmotionClassifierOptions running = new()
        {
            Device = parsed.GetValue(arguments.Device)!,
            Speeds = SpeedsOf(parsed.GetValue(arguments.Speeds)!),
        };
        EvaluationReport report = EvaluateAll(LoadCorpus(), running, stop);
        Console.Write(report.ToText());
        foreach (FileInfo file in reports)
        {
            report.Save(file.FullName);
            Console.WriteLine($"Wrote {file.FullName}");
        }

        Publish(report);
    }

    /// <summary>One evaluation, or one of each fold where the split names {fold}.</summary>
    private EvaluationReport EvaluateAll(Corpus corpus, EmotionClassifierOptions running, CancellationToken stop)
    {
        if (parsed.GetValue(arguments.Split)?.ToString() is not { } split || !FoldPath.IsOfFolds(split))
        {
            return Evaluate(corpus, running, null, stop);
        }

        int count = Enumerable.Range(1, int.MaxValue).TakeWhile(fold => File.Exists(FoldPath.Of(split, fold))).Count();
        if (count == 0)
        {
            throw new FileNotFoundException($"There is no '{FoldPath.Of(split, 1)}', the split of the first fold.");
        }

        Dictionary<int, EvaluationReport> folds = Enumerable.Range(1, count).ToDictionary(fold => fold, fold => Evaluate(corpus, running, fold, stop));
        SplitOrigin origin = _splits[0].Origin with { Fold = null, FoldCount = null, HeldOut = null };
        return EvaluationReport.OfFolds(folds, folds[1].Context with { Part = $"{count} folds", Protocol = origin.ToString(), SplitHash = null });
    }

    private void Publish(EvaluationReport report)
    {
        ModelDescription[] models = [.. ModelPaths(_splits.Count > 1 ? 1 : null).Select(ModelFile.ReadDescription)];
        string Join(string key) => string.Join(" + ", models.Select(model => model.Provenance.GetValueOrDefault(key, "unknown")));
        arguments.Results.Write(parsed, report, Join("recipe"), Join("seed"), _splits);
    }

    private EvaluationReport Evaluate(Corpus corpus, EmotionClassifierOptions running, int? fold, CancellationToken stop)
    {
        (IReadOnlyList<Utterance> utterances, EvaluationContext context) = Choose(corpus, fold);
        EvaluationOptions options = new() { LabelMap = LabelMapOf(parsed.GetValue(arguments.Labels)) };
        EvaluationReport[] reports =
        [
            .. ModelPaths(fold).Select(path =>
            {
                using EmotionClassifier classifier = new(path, running with { LabelPriors = PriorsOf(parsed.GetValue(arguments.Priors)!, path) });
                EvaluationContext complete = Complete(context, path, classifier, corpus);
                return EvaluationDisplay.Show(progress => Evaluator.Evaluate(classifier, utterances, complete, options, progress, stop));
            }),
        ];
        EnsembleMean mean = Enum.Parse<EnsembleMean>(parsed.GetValue(arguments.Mean)!, ignoreCase: true);
        EvaluationReport report = reports.Length == 1 ? reports[0] : EvaluationReport.Average(reports, Join(reports, mean), options, mean);
        return report with { Context = WithHeard(report, corpus, fold) };
    }

    // Models that are averaged have heard what any of them has; and whoever speaks in a clip of the corpus that was heard was heard.
    private EvaluationContext WithHeard(EvaluationReport report, Corpus corpus, int? fold) => report.Context.WithHeard(
        HeardSpeech.Union(ModelPaths(fold).Select(path => ModelFile.ReadDescription(path).Heard)),
        [.. report.Predictions.Select(prediction => corpus.Find(prediction.Id)!)],
        corpus.Utterances);

    private static EvaluationContext Join(EvaluationReport[] reports, EnsembleMean mean) => reports[0].Context with
    {
        Model = string.Join(" + ", reports.Select(report => report.Context.Model)),
        Notes =
        [
            $"The {(mean == EnsembleMean.Geometric ? "geometric mean" : "mean")} of the probabilities of {reports.Length} models.",
            .. reports.SelectMany(report => report.Context.Notes).Distinct(),
        ],
    };

    private Corpus LoadCorpus()
    {
        Corpus corpus = arguments.Corpus.Load(parsed);
        Console.WriteLine($"{corpus.Info.Title}: {corpus.Utterances.Count} clips, {corpus.Speakers.Count} speakers, {corpus.Labels.Count} emotions");
        if (corpus.Report is { } report && (!report.IsComplete || report.Unrecognized.Count > 0))
        {
            Console.Error.WriteLine(report.DescribeProblems());
        }

        return corpus;
    }

    private (IReadOnlyList<Utterance> Utterances, EvaluationContext Context) Choose(Corpus corpus, int? fold)
    {
        string name = parsed.GetValue(arguments.Part)!;
        if (parsed.GetValue(arguments.Split) is not { } file || name == EvaluateArguments.All)
        {
            return (corpus.Utterances, EvaluationContext.Of(corpus.Info));
        }

        DataSplit split = DataSplit.Load(FoldPath.Of(file.FullName, fold), corpus);
        _splits.Add(split);
        SplitPart part = name switch { "test" => split.Test, "validation" => split.Validation, _ => split.Training };
        return part.Count > 0
            ? (part.Utterances, EvaluationContext.Of(split, part))
            : throw new CorpusException($"The {name} part of '{file.FullName}' is empty.");
    }

    private EvaluationContext Complete(EvaluationContext context, string modelPath, EmotionClassifier classifier, Corpus corpus)
    {
        // A file that does not say what it has heard may still say which corpus that was in.
        bool learnedFrom = classifier.Heard is null && classifier.Model.Provenance.Values.Any(value => value.Contains(corpus.Name, StringComparison.OrdinalIgnoreCase));
        string[] notes = context.Part switch
        {
            _ when learnedFrom && classifier.Model.Provenance.GetValueOrDefault("split hash") != context.SplitHash =>
                ["The model was trained on this corpus, by another split or none: it has probably heard clips evaluated here, and the result is optimistic."],
            "training" => ["These are the clips the model learned from."],
            "validation" => ["The training was watched on these clips: its epoch or the temperature may have been chosen on them."],
            _ => [],
        };
        string[] license = classifier.Model.License.Length > 0 ? [$"Model license: {classifier.Model.License}"] : [];
        return context with
        {
            Model = Path.GetFileName(modelPath),
            Command = ReportedCommand.Of("samples/Evaluate", parsed),
            Options = new Dictionary<string, string>(context.Options)
            {
                ["speeds"] = parsed.GetValue(arguments.Speeds)!,
                ["priors"] = parsed.GetValue(arguments.Priors)!,
            },
            Notes = [.. notes, .. license],
        };
    }

    private static LabelMap? LabelMapOf(string? text) => text switch
    {
        null => null,
        "common" => LabelMap.Common,
        _ when text.StartsWith(CommonAndMore, StringComparison.Ordinal) => LabelMap.Common.With(LabelMap.Parse(text[CommonAndMore.Length..])),
        _ => LabelMap.Parse(text),
    };

    private static double[] SpeedsOf(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries).Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out double speed)
            ? speed
            : throw new ArgumentException($"--speeds is '{text}'; expected numbers with commas between them, such as 0.9,1,1.1.")),
    ];

    private static IReadOnlyDictionary<string, double>? PriorsOf(string text, string modelPath) => text switch
    {
        EvaluateArguments.EqualPriors => null,
        EvaluateArguments.TrainedPriors => ModelFile.ReadDescription(modelPath).LabelPriors,
        _ => PriorList.Parse(text),
    };

    // Said before minutes of work, not after.
    private static void CheckExtensions(FileInfo[] reports)
    {
        if (reports.FirstOrDefault(file => !EvaluationReport.Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) is { } other)
        {
            throw new ArgumentException($"The report '{other.Name}' has no known extension; expected one of {string.Join(", ", EvaluationReport.Extensions)}.");
        }
    }

    private static int Complain(string message)
    {
        Console.Error.WriteLine(message);
        return Failure;
    }
}
