namespace EmoHRNet.Evaluation.Html;

/// <summary>The reliability diagram: accuracy over confidence, with the number of clips below.</summary>
internal static class CalibrationPlot
{
    private const double Size = 300;
    private const double Left = 46;
    private const double Top = 14;
    private const double CountHeight = 46;
    private const double Width = 560;

    public static string Draw(EvaluationReport report)
    {
        SvgDrawing svg = new(Width, Top + Size + CountHeight + 56, "Reliability diagram");
        PlotScale x = new(0, 1, Left, Width - 12);
        PlotScale y = new(0, 1, Top + Size, Top);
        foreach (double tick in y.Ticks(5))
        {
            svg.Line(Left, y[tick], Width - 12, y[tick], "grid");
            svg.Text(Left - 8, y[tick] + 4, FormattableString.Invariant($"{100 * tick:0}"), "muted tiny", "end");
            svg.Text(x[tick], Top + Size + CountHeight + 24, FormattableString.Invariant($"{100 * tick:0}"), "muted tiny");
        }

        int most = Math.Max(1, report.Calibration.Bins.Max(bin => bin.Count));
        foreach (CalibrationBin bin in report.Calibration.Bins.Where(bin => bin.Count > 0))
        {
            DrawBin(svg, x, y, bin, most);
        }

        svg.Line(x[0], y[0], x[1], y[1], "mark");
        svg.Text(Left + 6, Top + 12, "accuracy in percent", "muted tiny", "start");
        svg.Text(Left - 8, Top + Size + CountHeight + 6, "clips", "muted tiny", "end");
        svg.Text(Width - 12, Top + Size + CountHeight + 46, "confidence in percent", "muted tiny", "end");
        return svg.ToString();
    }

    private static void DrawBin(SvgDrawing svg, PlotScale x, PlotScale y, CalibrationBin bin, int most)
    {
        double left = x[bin.From] + 1.5;
        double width = x[bin.To] - x[bin.From] - 3;
        string tip = $"{bin.Count} clips, confidence {MarkdownReport.Percent(bin.Confidence)} %, accuracy {MarkdownReport.Percent(bin.Accuracy)} %";
        svg.Rectangle(left, y[bin.Accuracy], width, y[0] - y[bin.Accuracy], "first", 0.85, 3, tip);
        svg.Circle(x[bin.Confidence], y[bin.Accuracy], 3.5, "dot", tip);
        double height = Math.Max(1, (CountHeight - 8) * bin.Count / most);
        svg.Rectangle(left, Top + Size + 8 + (CountHeight - 8 - height), width, height, "third", 0.7, 2, tip);
    }
}
