namespace EmoHRNet.Evaluation.Html;

/// <summary>The unweighted accuracy of every speaker, the worst first.</summary>
internal static class SpeakerPlot
{
    private const double Left = 120;
    private const double Width = 560;
    private const double Right = 46;
    private const double Row = 22;
    private const double Top = 6;

    public static string Draw(EvaluationReport report)
    {
        SpeakerMetrics[] speakers = [.. report.Speakers.OrderBy(each => each.UnweightedAccuracy).ThenBy(each => each.Speaker, StringComparer.Ordinal)];
        double bottom = Top + (speakers.Length * Row);
        SvgDrawing svg = new(Width, bottom + 26, "Unweighted accuracy of each speaker");
        PlotScale x = new(0, 1, Left, Width - Right);
        foreach (double tick in x.Ticks(5))
        {
            svg.Line(x[tick], Top, x[tick], bottom, "grid");
            svg.Text(x[tick], bottom + 16, FormattableString.Invariant($"{100 * tick:0}"), "muted tiny");
        }

        for (int i = 0; i < speakers.Length; i++)
        {
            double y = Top + (i * Row) + (Row / 2);
            double value = speakers[i].UnweightedAccuracy;
            svg.Text(Left - 10, y + 4, speakers[i].Speaker, "small", "end");
            svg.Line(Left, y, x[value], y, "stem");
            svg.Circle(x[value], y, 5, "first", $"{speakers[i].Speaker}: {MarkdownReport.Percent(value)} % of {speakers[i].Count} clips");
            svg.Text(x[value] + 10, y + 4, MarkdownReport.Percent(value), "tiny", "start");
        }

        svg.Line(x[report.UnweightedAccuracy.Value], Top, x[report.UnweightedAccuracy.Value], bottom, "mark");
        return svg.ToString();
    }
}
