using System.Net;
using System.Text;

namespace EmoHRNet.Evaluation.Html;

/// <summary>A report as a self-contained HTML page: no scripts, external fonts or images.</summary>
internal static class HtmlReport
{
    public static string Write(EvaluationReport report)
    {
        StringBuilder page = new();
        string title = report.Context.Corpus.Length > 0 ? report.Context.Corpus : "Evaluation";
        page.Append($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Append($"<title>{Encode(title)}: emotion recognition results</title><style>\n{ReportStyle.Css}\n</style></head><body><main>\n");
        AppendHead(page, report, title);
        AppendFigures(page, report);
        page.Append("<div class=\"grid\">\n");
        Card(page, "Confusion matrix", ConfusionMatrixPlot.Draw(report));
        Card(page, "Classes", ClassBarsPlot.Draw(report));
        if (report.Training.Count > 0)
        {
            Card(page, "Training: loss", TrainingCurvePlot.DrawLoss(report));
            if (report.Training.Any(point => point.ValidationUnweightedAccuracy is not null))
            {
                Card(page, "Training: accuracy", TrainingCurvePlot.DrawAccuracy(report));
            }
        }

        Card(page, "Can the confidence be trusted?", CalibrationPlot.Draw(report));
        if (report.Corpora.Count > 1)
        {
            Card(page, "Corpora", RecallBars.OfCorpora(report));
        }

        if (report.Groups.Count > 1)
        {
            Card(page, "Groups of speakers", RecallBars.OfGroups(report));
        }

        if (report.Speakers.Count > 1)
        {
            Card(page, "Speakers", RecallBars.OfSpeakers(report));
        }

        if (report.Robustness is { } robustness)
        {
            Card(page, "Conditions", ConditionPlot.Draw(robustness));
        }

        page.Append("</div>\n");
        AppendFacts(page, report);
        return page.Append("</main></body></html>\n").ToString();
    }

    private static void AppendHead(StringBuilder page, EvaluationReport report, string title)
    {
        string[] subtitle =
        [
            .. new[]
            {
                FormattableString.Invariant($"{report.Metrics.Count} clips, {report.Labels.Count} emotions, {report.Speakers.Count} speakers"),
                report.Context.Part,
                report.Context.Protocol,
            }.Where(text => text.Length > 0),
        ];
        page.Append($"<div class=\"eyebrow\">Speech emotion recognition</div><h1>{Encode(title)}</h1>")
            .Append($"<p class=\"sub\">{string.Join(" · ", subtitle.Select(Encode))}</p>\n");
        foreach (string warning in TextReport.Warnings(report.Context))
        {
            page.Append($"<p class=\"warning\">{Encode(warning)}</p>\n");
        }
    }

    private static void AppendFigures(StringBuilder page, EvaluationReport report)
    {
        double chance = 1.0 / report.Metrics.Classes.Count(each => each.Support > 0);
        page.Append("<div class=\"figures\">\n");
        Figure(page, "Unweighted accuracy", report.UnweightedAccuracy, chance);
        Figure(page, "Accuracy", report.Accuracy, null);
        Figure(page, "Macro F1", report.MacroF1, null);
        page.Append($"<div class=\"card figure\"><div class=\"name\">Calibration error</div><b>{MarkdownReport.Percent(report.Calibration.ExpectedError)}<span>%</span></b>")
            .Append($"<div class=\"range\">confidence {MarkdownReport.Percent(report.Calibration.MeanConfidence)}, ")
            .Append($"accuracy {MarkdownReport.Percent(report.Metrics.Accuracy)}</div></div>\n</div>\n");
    }

    private static void Figure(StringBuilder page, string name, ConfidenceInterval interval, double? chance)
    {
        string range = $"95%: {MarkdownReport.Percent(interval.Lower)} to {MarkdownReport.Percent(interval.Upper)}";
        page.Append($"<div class=\"card figure\"><div class=\"name\">{Encode(name)}</div><b>{MarkdownReport.Percent(interval.Value)}<span>%</span></b>")
            .Append($"<div class=\"range\">{range}{(chance is { } share ? $" · chance {MarkdownReport.Percent(share)}" : "")}</div>")
            .Append(IntervalBar.Draw(interval, chance)).Append("</div>\n");
    }

    private static void Card(StringBuilder page, string title, string content) =>
        page.Append($"<section class=\"card\"><h2>{Encode(title)}</h2>{content}</section>\n");

    private static void AppendFacts(StringBuilder page, EvaluationReport report)
    {
        page.Append("<section class=\"card\" style=\"margin-top:18px\"><h2>What was measured</h2><table>\n");
        foreach ((string name, string value) in MarkdownReport.Facts(report))
        {
            string cell = name is "command" or "split hash" ? $"<code>{Encode(value)}</code>" : Encode(value);
            page.Append($"<tr><td>{Encode(name)}</td><td>{cell}</td></tr>\n");
        }

        page.Append("</table></section>\n<footer>Unweighted accuracy is the mean recall of the classes. Ranges are 95% intervals, percentile bootstraps over clips. ")
            .Append("In the confusion matrix, large numbers are percent of the true class, small ones clips.</footer>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
