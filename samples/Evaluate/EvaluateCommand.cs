using System.CommandLine;
using System.Globalization;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Robustness;
using EmoHRNet.ModelFiles;
using EmoHRNet.Models;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>Corpus, model, predictions, report.</summary>
internal sealed class EvaluateCommand(EvaluateArguments arguments, ParseResult parsed)
{
    private const int Success = 0;
    private const int Failure = 1;

    private string[] ModelPaths => parsed.GetValue(arguments.Model) is { Length: > 0 } paths ? paths : [PretrainedModels.RavdessSmall];

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
        if (parsed.GetValue(arguments.Conditions) && ModelPaths.Length > 1)
        {
            throw new ArgumentException("--conditions tests one model; run it once for each.");
        }

        EmotionClassifierOptions running = new()
        {
            Device = parsed.GetValue(arguments.Device)!,
            Speeds = SpeedsOf(parsed.GetValue(arguments.Speeds)!),
        };
        EvaluationReport report = Evaluate(EvaluatedPart.Choose(arguments, parsed, stop), running, stop);
        Console.Write(report.ToText());
        foreach (FileInfo file in reports)
        {
            report.Save(file.FullName);
            Console.WriteLine($"Wrote {file.FullName}");
        }
    }

    private EvaluationReport Evaluate(EvaluatedPart part, EmotionClassifierOptions running, CancellationToken stop)
    {
        EvaluationOptions options = new() { LabelMap = part.Map };
        EvaluationReport[] reports =
        [
            .. ModelPaths.Select(path =>
            {
                using EmotionClassifier classifier = new(path, running with { LabelPriors = PriorsOf(parsed.GetValue(arguments.Priors)!, path) });
                EvaluationContext complete = Complete(part, path, classifier);
                EvaluationReport report = EvaluationDisplay.Show(progress => Evaluator.Evaluate(classifier, part.Utterances, complete, options, progress, stop));
                return report with { Robustness = TryConditions(classifier, part, options, stop) };
            }),
        ];
        EnsembleMean mean = Enum.Parse<EnsembleMean>(parsed.GetValue(arguments.Mean)!, ignoreCase: true);
        return reports.Length == 1 ? reports[0] : EvaluationReport.Average(reports, Join(reports, mean), options, mean);
    }

    private RobustnessResult? TryConditions(EmotionClassifier classifier, EvaluatedPart part, EvaluationOptions options, CancellationToken stop) =>
        parsed.GetValue(arguments.Conditions)
            ? EvaluationDisplay.Show(progress => RobustnessTest.Run(classifier, part.Utterances, options: options, progress: progress, cancellation: stop))
            : null;

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
            EvaluateArguments.All when LearnedFrom(part.Corpus, classifier.Model) =>
                ["The model was trained on this corpus, and all of it was evaluated, the clips it learned from included. The result is optimistic; name the split with --split."],
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
            Notes = [.. context.Notes, .. notes, .. license],
        };
    }

    private static bool LearnedFrom(Corpus corpus, ModelDescription model) => corpus.Parts.Any(part =>
        model.Provenance.Values.Any(value => value.Contains(part.Info.Name, StringComparison.OrdinalIgnoreCase)));

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
