using System.Globalization;
using System.Text;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation;

/// <summary>A report in a few lines for a terminal.</summary>
internal static class TextReport
{
    private static readonly double[] ShownThresholds = [0.5, 0.7, 0.9];

    public static string Write(EvaluationReport report)
    {
        StringBuilder text = new();
        EvaluationContext context = report.Context;
        Line(text, $"{report.Metrics.Count} clips{(context.Corpus.Length > 0 ? " of " + context.Corpus : "")}{(context.Part.Length > 0 ? $" ({context.Part})" : "")}");
        Line(text, $"  unweighted accuracy {report.UnweightedAccuracy} %, chance {100.0 / report.Metrics.Classes.Count(each => each.Support > 0):0.0} %");
        Line(text, $"  accuracy            {report.Accuracy} %");
        Line(text, $"  macro F1            {report.MacroF1} %");
        Line(text, $"  calibration error   {100 * report.Calibration.ExpectedError:0.0} %");
        AppendThresholds(text, report);
        Line(text, $"  intervals           {MarkdownReport.Intervals(report.IntervalUnit)}");
        Line(text, $"  heard before        {context.Heard?.ToString() ?? HeardCount.Unknown}");
        foreach (string warning in Warnings(context))
        {
            Line(text, $"  NOTE: {warning}");
        }

        AppendCorpora(text, report);
        AppendGroups(text, report);
        AppendMatrix(text, report);
        if (report.Robustness is { } robustness)
        {
            text.Append(RobustnessText.Lines(robustness));
        }

        return text.ToString();
    }

    /// <summary>Reasons why a result may be better than it should be.</summary>
    public static IEnumerable<string> Warnings(EvaluationContext context)
    {
        if (context.IsTestSelected)
        {
            yield return "The epoch was chosen on the very clips this result is reported on. It is optimistic and says little about new clips.";
        }

        if (context.Heard is null)
        {
            yield return "What the model has heard in training is not known; the result may include clips and speakers it was trained on.";
        }
        else if (context.Heard.HeardClips > 0)
        {
            yield return $"The model has heard {context.Heard.HeardClips} of the {context.Heard.ClipCount} clips in training; the result is optimistic.";
        }

        if (context.IsSpeakerIndependent == false)
        {
            yield return "The speakers evaluated were also learned from; expect less of new voices.";
        }
        else if (context is { IsSpeakerIndependent: null, Heard: not null })
        {
            yield return "Some clips do not say who speaks; the speakers evaluated may also have been learned from.";
        }

        foreach (string note in context.Notes)
        {
            yield return note;
        }
    }

    private static void AppendThresholds(StringBuilder text, EvaluationReport report)
    {
        foreach (ThresholdMetrics each in report.Thresholds.Where(each => ShownThresholds.Contains(each.Threshold)))
        {
            Line(text, $"  confidence {each.Threshold:0.0} or more {Percent(each.Accuracy)} % right, {Percent(each.KeptShare).TrimStart()} % of the clips");
        }
    }

    private static void AppendCorpora(StringBuilder text, EvaluationReport report)
    {
        if (report.Corpora.Count < 2)
        {
            return;
        }

        int name = report.Corpora.Max(each => each.Corpus.Length);
        foreach (CorpusMetrics each in report.Corpora)
        {
            Line(text, $"  {each.Corpus.PadRight(name)}  unweighted accuracy {Percent(each.UnweightedAccuracy)} % of {each.Count} clips, chance {100.0 / each.ClassCount:0.0} %");
        }
    }

    private static void AppendGroups(StringBuilder text, EvaluationReport report)
    {
        int name = report.Groups.Select(each => each.Group.Length).DefaultIfEmpty(0).Max();
        foreach (GroupMetrics each in report.Groups)
        {
            string worst = each.Worst is { } least ? $", least {least.Label} {Percent(least.Recall).TrimStart()} %" : "";
            Line(text, $"  {each.Group.PadRight(name)}  unweighted accuracy {Percent(each.UnweightedAccuracy)} % of {each.Count} clips, {each.SpeakerCount} speaker{(each.SpeakerCount == 1 ? "" : "s")}{worst}");
        }
    }

    private static void AppendMatrix(StringBuilder text, EvaluationReport report)
    {
        int width = Math.Max(5, report.Confusion.SelectMany(row => row).Max().ToString(CultureInfo.InvariantCulture).Length + 1);
        int name = report.Labels.Max(label => label.Length);
        Line(text, $"  {"true \\ predicted".PadRight(name)}");
        Line(text, $"  {new string(' ', name)}{string.Concat(report.Labels.Select(label => label[..Math.Min(label.Length, width - 1)].PadLeft(width)))}  recall");
        for (int row = 0; row < report.Labels.Count; row++)
        {
            string counts = string.Concat(report.Confusion[row].Select(count => count.ToString(CultureInfo.InvariantCulture).PadLeft(width)));
            Line(text, $"  {report.Labels[row].PadRight(name)}{counts}  {Percent(report.Metrics.Classes[row].Recall)}");
        }
    }

    private static string Percent(double share) =>
        double.IsNaN(share) ? "    -" : (100 * share).ToString("0.0", CultureInfo.InvariantCulture).PadLeft(5);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
