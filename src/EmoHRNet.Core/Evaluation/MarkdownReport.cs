using System.Globalization;
using System.Text;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation;

/// <summary>A report as Markdown.</summary>
internal static class MarkdownReport
{
    public static string Write(EvaluationReport report)
    {
        StringBuilder text = new();
        Line(text, $"# Evaluation{(report.Context.Corpus.Length > 0 ? " on " + report.Context.Corpus : "")}\n");
        foreach (string warning in TextReport.Warnings(report.Context))
        {
            Line(text, $"> **Note.** {warning}\n");
        }

        Line(text, $"| figure | percent | 95% interval |\n| --- | --- | --- |");
        AppendInterval(text, "unweighted accuracy", report.UnweightedAccuracy);
        AppendInterval(text, "accuracy", report.Accuracy);
        AppendInterval(text, "macro F1", report.MacroF1);
        Line(text, $"| expected calibration error | {Percent(report.Calibration.ExpectedError)} | |\n");
        AppendContext(text, report);
        AppendClasses(text, report);
        AppendConfusion(text, report);
        AppendThresholds(text, report);
        AppendCorpora(text, report);
        AppendGroups(text, report);
        AppendSpeakers(text, report);
        if (report.Robustness is { } robustness)
        {
            text.Append('\n').Append(RobustnessText.Markdown(robustness));
        }

        return text.ToString();
    }

    /// <summary>The rows that describe what was evaluated; empty ones are left out.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(EvaluationReport report)
    {
        EvaluationContext context = report.Context;
        return new (string Name, string Value)[]
        {
            ("model", context.Model),
            ("corpus", context.Corpus),
            ("part", context.Part),
            ("clips", report.Metrics.Count.ToString(CultureInfo.InvariantCulture)),
            ("speakers", report.Speakers.Count.ToString(CultureInfo.InvariantCulture)),
            ("protocol", context.Protocol),
            ("heard before", context.Heard?.ToString() ?? HeardCount.Unknown),
            ("speaker-independent", context.IsSpeakerIndependent switch { true => "yes", false => "no", null => HeardCount.Unknown }),
            ("intervals", Intervals(report.IntervalUnit)),
            ("split hash", context.SplitHash ?? ""),
            ("kept epoch", report.KeptEpoch?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("command", context.Command),
            ("library", context.LibraryVersion.Length > 0 ? "EmoHRNet " + context.LibraryVersion : ""),
            ("corpus license", context.License),
            ("citation", context.Citation),
        }.Concat(context.Options.Select(option => (option.Key, option.Value))).Where(fact => fact.Item2.Length > 0);
    }

    /// <summary>What the intervals cover.</summary>
    public static string Intervals(ResamplingUnit unit) => unit switch
    {
        ResamplingUnit.Clips => "clips drawn within folds; no variance of training",
        ResamplingUnit.Speakers => "speakers drawn within folds, then clips of each; no variance of training",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Expected clips or speakers."),
    };

    public static string Percent(double share) => double.IsNaN(share) ? "-" : (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static void AppendInterval(StringBuilder text, string name, ConfidenceInterval interval) =>
        Line(text, $"| {name} | {Percent(interval.Value)} | {Percent(interval.Lower)} to {Percent(interval.Upper)} |");

    private static void AppendContext(StringBuilder text, EvaluationReport report)
    {
        Line(text, $"| | |\n| --- | --- |");
        foreach ((string name, string value) in Facts(report))
        {
            Line(text, $"| {Cell(name)} | {(name == "command" ? $"`{value}`" : Cell(value))} |");
        }

        text.Append('\n');
    }

    private static void AppendClasses(StringBuilder text, EvaluationReport report)
    {
        Line(text, $"## Classes\n\n| class | clips | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (ClassMetrics each in report.Metrics.Classes)
        {
            Line(text, $"| {Cell(each.Label)} | {each.Support} | {Percent(each.Precision)} | {Percent(each.Recall)} | {Percent(each.F1)} |");
        }

        text.Append('\n');
    }

    private static void AppendConfusion(StringBuilder text, EvaluationReport report)
    {
        Line(text, $"## Confusion matrix\n\nRows are true classes, columns predicted ones.\n");
        Line(text, $"| | {string.Join(" | ", report.Labels.Select(Cell))} |\n| --- |{string.Concat(report.Labels.Select(_ => " ---: |"))}");
        for (int row = 0; row < report.Labels.Count; row++)
        {
            IEnumerable<string> cells = report.Confusion[row].Select((count, column) => row == column ? $"**{count}**" : $"{count}");
            Line(text, $"| {Cell(report.Labels[row])} | {string.Join(" | ", cells)} |");
        }

        text.Append('\n');
    }

    private static void AppendThresholds(StringBuilder text, EvaluationReport report)
    {
        if (report.Thresholds.Count == 0)
        {
            return;
        }

        Line(text, $"## Confidence\n\nPredictions with a confidence of at least the threshold.\n\n| threshold | share of clips | right |\n| ---: | ---: | ---: |");
        foreach (ThresholdMetrics each in report.Thresholds)
        {
            Line(text, $"| {each.Threshold:0.0} | {Percent(each.KeptShare)} | {Percent(each.Accuracy)} |");
        }

        text.Append('\n');
    }

    private static void AppendCorpora(StringBuilder text, EvaluationReport report)
    {
        if (report.Corpora.Count < 2)
        {
            return;
        }

        Line(text, $"## Corpora\n\n| corpus | clips | accuracy | unweighted accuracy | chance |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (CorpusMetrics each in report.Corpora)
        {
            Line(text, $"| {Cell(each.Corpus)} | {each.Count} | {Percent(each.Accuracy)} | {Percent(each.UnweightedAccuracy)} | {Percent(1.0 / each.ClassCount)} |");
        }

        text.Append('\n');
    }

    private static void AppendGroups(StringBuilder text, EvaluationReport report)
    {
        if (report.Groups.Count == 0)
        {
            return;
        }

        Line(text, $"## Groups of speakers\n\nThe recall of every class in each group.\n");
        Line(text, $"| group | clips | speakers | unweighted accuracy | {string.Join(" | ", report.Labels.Select(Cell))} |\n| --- | ---: | ---: | ---: |{string.Concat(report.Labels.Select(_ => " ---: |"))}");
        foreach (GroupMetrics each in report.Groups)
        {
            IEnumerable<string> recalls = each.Classes.Select(recall => recall.Support > 0 ? Percent(recall.Recall) : "-");
            Line(text, $"| {Cell(each.By)}: {Cell(each.Group)} | {each.Count} | {each.SpeakerCount} | {Percent(each.UnweightedAccuracy)} | {string.Join(" | ", recalls)} |");
        }

        text.Append('\n');
    }

    private static void AppendSpeakers(StringBuilder text, EvaluationReport report)
    {
        Line(text, $"## Speakers\n\n| speaker | clips | accuracy | unweighted accuracy |\n| --- | ---: | ---: | ---: |");
        foreach (SpeakerMetrics each in report.Speakers)
        {
            Line(text, $"| {Cell(each.Speaker)} | {each.Count} | {Percent(each.Accuracy)} | {Percent(each.UnweightedAccuracy)} |");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
