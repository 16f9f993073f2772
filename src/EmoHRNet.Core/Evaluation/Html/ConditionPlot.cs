using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation.Html;

/// <summary>The unweighted accuracy under every condition with its interval; a line marks the clean recordings.</summary>
internal static class ConditionPlot
{
    private const double Left = 120;
    private const double Width = 560;
    private const double Right = 46;
    private const double Row = 20;
    private const double Top = 6;

    /// <summary>The plot inside a page.</summary>
    public static string Draw(RobustnessResult result) => Plot(result).ToString();

    /// <summary>The plot as a separate file, for model cards.</summary>
    public static string DrawAlone(RobustnessResult result) => Plot(result).ToFile();

    private static SvgDrawing Plot(RobustnessResult result)
    {
        double bottom = Top + (result.Conditions.Count * Row);
        SvgDrawing svg = new(Width, bottom + 26, "Unweighted accuracy under each condition");
        PlotScale x = new(0, 1, Left, Width - Right);
        foreach (double tick in x.Ticks(5))
        {
            svg.Line(x[tick], Top, x[tick], bottom, "grid");
            svg.Text(x[tick], bottom + 16, FormattableString.Invariant($"{100 * tick:0}"), "muted tiny");
        }

        for (int i = 0; i < result.Conditions.Count; i++)
        {
            Draw(svg, x, Top + (i * Row) + (Row / 2), result.Conditions[i]);
        }

        svg.Line(x[result.Clean.Value], Top, x[result.Clean.Value], bottom, "mark");
        return svg;
    }

    private static void Draw(SvgDrawing svg, PlotScale x, double y, ConditionResult condition)
    {
        ConfidenceInterval interval = condition.UnweightedAccuracy;
        string tip = $"{condition.Description}: {MarkdownReport.Percent(interval.Value)} %, {MarkdownReport.Percent(condition.ChangedShare)} % of answers changed";
        svg.Text(Left - 10, y + 4, condition.Name, condition.IsInvariance ? "muted small" : "small", "end");
        if (double.IsFinite(interval.Lower))
        {
            svg.Rectangle(x[interval.Lower], y - 3, Math.Max(2, x[interval.Upper] - x[interval.Lower]), 6, "first", 0.35, 3, tip);
        }

        svg.Circle(x[interval.Value], y, 4, "first", tip);
        svg.Text(Width - Right + 8, y + 4, MarkdownReport.Percent(interval.Value), "tiny", "start");
    }
}
