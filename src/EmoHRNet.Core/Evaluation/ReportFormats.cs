namespace EmoHRNet.Evaluation;

/// <summary>The formats of a report, by file extension.</summary>
internal static class ReportFormats
{
    public static string Write(EvaluationReport report, string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => report.ToJson(),
        ".md" => report.ToMarkdown(),
        ".html" => report.ToHtml(),
        ".svg" => Html.ConditionPlot.DrawAlone(report.Robustness ?? throw new ArgumentException(
            $"'{path}' would be a plot of the test conditions, but none were tried.", nameof(path))),
        _ => throw new ArgumentException($"The report '{path}' has no known extension; expected one of {string.Join(", ", EvaluationReport.Extensions)}.", nameof(path)),
    };
}
