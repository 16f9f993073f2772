namespace EmoHRNet.Evaluation.Html;

/// <summary>Precision, recall and F1 of every class as bars.</summary>
internal static class ClassBarsPlot
{
    private const double Left = 104;
    private const double Right = 46;
    private const double Width = 560;
    private const double Row = 60;
    private const double Bar = 11;
    private const double Top = 30;

    private static readonly (string Name, string Style, Func<ClassMetrics, double> Value)[] Figures =
    [
        ("recall", "first", each => each.Recall),
        ("precision", "second", each => each.Precision),
        ("F1", "third", each => each.F1),
    ];

    public static string Draw(EvaluationReport report)
    {
        double bottom = Top + (report.Metrics.Classes.Count * Row);
        SvgDrawing svg = new(Width, bottom + 26, "Recall, precision and F1 of each class");
        PlotScale x = new(0, 1, Left, Width - Right);
        DrawLegend(svg);
        foreach (double tick in x.Ticks(5))
        {
            svg.Line(x[tick], Top, x[tick], bottom, "grid");
            svg.Text(x[tick], bottom + 16, FormattableString.Invariant($"{100 * tick:0}"), "muted tiny");
        }

        for (int i = 0; i < report.Metrics.Classes.Count; i++)
        {
            DrawClass(svg, x, report.Metrics.Classes[i], Top + (i * Row));
        }

        return svg.ToString();
    }

    private static void DrawLegend(SvgDrawing svg)
    {
        double x = Left;
        foreach ((string name, string style, _) in Figures)
        {
            svg.Rectangle(x, 4, 11, 11, style, radius: 3);
            svg.Text(x + 17, 14, name, "small", "start");
            x += 90;
        }
    }

    private static void DrawClass(SvgDrawing svg, PlotScale x, ClassMetrics metrics, double top)
    {
        svg.Text(Left - 10, top + 26, metrics.Label, "label", "end");
        svg.Text(Left - 10, top + 42, FormattableString.Invariant($"{metrics.Support} clips"), "muted tiny", "end");
        for (int i = 0; i < Figures.Length; i++)
        {
            double value = Figures[i].Value(metrics);
            double y = top + 9 + (i * (Bar + 3));
            if (!double.IsNaN(value))
            {
                svg.Rectangle(Left, y, x[value] - Left, Bar, Figures[i].Style, radius: 3, tip: $"{metrics.Label}: {Figures[i].Name} {MarkdownReport.Percent(value)} %");
            }

            svg.Text((double.IsNaN(value) ? Left : x[value]) + 6, y + 9.5, MarkdownReport.Percent(value), "tiny", "start");
        }
    }
}
