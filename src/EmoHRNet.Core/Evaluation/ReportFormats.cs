namespace EmoHRNet.Evaluation;

/// <summary>The forms a report is written in, by file extension.</summary>
internal static class ReportFormats
{
    public static string Write(EvaluationReport report, string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => report.ToJson(),
        ".md" => report.ToMarkdown(),
        ".html" => report.ToHtml(),
        _ => throw new ArgumentException($"The report '{path}' has no known extension; expected one of {string.Join(", ", EvaluationReport.Extensions)}.", nameof(path)),
    };
}
