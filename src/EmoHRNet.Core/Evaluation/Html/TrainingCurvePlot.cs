namespace EmoHRNet.Evaluation.Html;

/// <summary>The course of a training run: losses on the left, validation accuracy on the right, the kept epoch marked.</summary>
internal static class TrainingCurvePlot
{
    private const double Width = 560;
    private const double Height = 300;
    private const double Left = 46;
    private const double Right = 12;
    private const double Top = 34;
    private const double Bottom = 38;

    public static string DrawLoss(EvaluationReport report)
    {
        double[] losses = [.. report.Training.Select(point => point.TrainingLoss), .. report.Training.Select(point => point.ValidationLoss).OfType<double>()];
        double highest = losses.Where(double.IsFinite).DefaultIfEmpty(1).Max();
        return Draw(report, "Loss", new PlotScale(0, highest > 0 ? highest * 1.05 : 1, Height - Bottom, Top), tick => FormattableString.Invariant($"{tick:0.##}"),
        [
            ("training", "curve first", point => point.TrainingLoss),
            ("validation", "curve second", point => point.ValidationLoss),
        ]);
    }

    public static string DrawAccuracy(EvaluationReport report) => Draw(
        report, "Validation, unweighted accuracy in percent", new PlotScale(0, 1, Height - Bottom, Top), tick => FormattableString.Invariant($"{100 * tick:0}"),
        [("validation", "curve second", point => point.ValidationUnweightedAccuracy)]);

    private static string Draw(
        EvaluationReport report, string title, PlotScale y, Func<double, string> format,
        (string Name, string Style, Func<EpochRecord, double?> Value)[] curves)
    {
        SvgDrawing svg = new(Width, Height, title);
        int last = report.Training.Max(point => point.Epoch);
        PlotScale x = new(1, Math.Max(2, last), Left, Width - Right);
        svg.Text(Left, 16, title, "label", "start");
        DrawAxes(svg, x, y, format);
        if (report.KeptEpoch is { } kept)
        {
            svg.Line(x[kept], Top, x[kept], Height - Bottom, "mark");
            bool roomOnTheRight = kept < last * 0.7;
            svg.Text(x[kept] + (roomOnTheRight ? 5 : -5), Top + 10, $"epoch {kept} kept", "muted tiny", roomOnTheRight ? "start" : "end");
        }

        double legend = Width - Right;
        foreach ((string name, string style, Func<EpochRecord, double?> value) in curves)
        {
            (double, double)[] points =
            [
                .. from point in report.Training
                   let each = value(point)
                   where each is { } number && double.IsFinite(number)
                   select (x[point.Epoch], y[each!.Value]),
            ];
            if (points.Length > 0)
            {
                svg.Path(points, style);
                svg.Text(legend, 16, name, "small", "end");
                svg.Line(legend - 92, 12, legend - 74, 12, style);
                legend -= 110;
            }
        }

        return svg.ToString();
    }

    private static void DrawAxes(SvgDrawing svg, PlotScale x, PlotScale y, Func<double, string> format)
    {
        foreach (double tick in y.Ticks(5))
        {
            svg.Line(Left, y[tick], Width - Right, y[tick], "grid");
            svg.Text(Left - 8, y[tick] + 4, format(tick), "muted tiny", "end");
        }

        foreach (double tick in x.Ticks(6).Where(tick => tick >= 1 && tick == Math.Round(tick)))
        {
            svg.Text(x[tick], Height - Bottom + 16, FormattableString.Invariant($"{tick:0}"), "muted tiny");
        }

        svg.Text(Width - Right, Height - 6, "epoch", "muted tiny", "end");
    }
}
