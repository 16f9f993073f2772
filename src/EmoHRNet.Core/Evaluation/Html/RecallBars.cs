namespace EmoHRNet.Evaluation.Html;

/// <summary>The unweighted accuracy of every speaker, group of speakers or corpus, the worst first.</summary>
internal static class RecallBars
{
    private const double Left = 120;
    private const double Width = 560;
    private const double Right = 46;
    private const double Row = 22;
    private const double Top = 6;

    public static string OfSpeakers(EvaluationReport report) =>
        Draw("speaker", [.. report.Speakers.Select(each => new Bar(each.Speaker, each.Count, each.UnweightedAccuracy))], report.UnweightedAccuracy.Value);

    public static string OfGroups(EvaluationReport report) =>
        Draw("group", [.. report.Groups.Select(each => new Bar(each.Group, each.Count, each.UnweightedAccuracy))], report.UnweightedAccuracy.Value);

    public static string OfCorpora(EvaluationReport report) =>
        Draw("corpus", [.. report.Corpora.Select(each => new Bar(each.Corpus, each.Count, each.UnweightedAccuracy))], report.UnweightedAccuracy.Value);

    private static string Draw(string kind, Bar[] bars, double mean)
    {
        Bar[] sorted = [.. bars.OrderBy(each => each.Value).ThenBy(each => each.Name, StringComparer.Ordinal)];
        double bottom = Top + (sorted.Length * Row);
        SvgDrawing svg = new(Width, bottom + 26, $"Unweighted accuracy of each {kind}");
        PlotScale x = new(0, 1, Left, Width - Right);
        foreach (double tick in x.Ticks(5))
        {
            svg.Line(x[tick], Top, x[tick], bottom, "grid");
            svg.Text(x[tick], bottom + 16, FormattableString.Invariant($"{100 * tick:0}"), "muted tiny");
        }

        for (int i = 0; i < sorted.Length; i++)
        {
            double y = Top + (i * Row) + (Row / 2);
            (string name, int count, double value) = sorted[i];
            svg.Text(Left - 10, y + 4, name, "small", "end");
            svg.Line(Left, y, x[value], y, "stem");
            svg.Circle(x[value], y, 5, "first", $"{name}: {MarkdownReport.Percent(value)} % of {count} clips");
            svg.Text(x[value] + 10, y + 4, MarkdownReport.Percent(value), "tiny", "start");
        }

        svg.Line(x[mean], Top, x[mean], bottom, "mark");
        return svg.ToString();
    }

    private readonly record struct Bar(string Name, int Count, double Value);
}
