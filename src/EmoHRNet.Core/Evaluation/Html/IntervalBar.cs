namespace EmoHRNet.Evaluation.Html;

/// <summary>A figure on a scale from 0 to 100 percent, with its interval and chance.</summary>
internal static class IntervalBar
{
    private const double Width = 220;
    private const double Height = 16;

    public static string Draw(ConfidenceInterval interval, double? chance)
    {
        SvgDrawing svg = new(Width, Height, $"{interval}");
        PlotScale x = new(0, 1, 0, Width);
        svg.Rectangle(0, 5, Width, 6, "track", radius: 3);
        if (double.IsFinite(interval.Lower))
        {
            svg.Rectangle(x[interval.Lower], 5, Math.Max(3, x[interval.Upper] - x[interval.Lower]), 6, "first", 0.45, 3, $"95% interval {interval}");
        }

        if (chance is { } share)
        {
            svg.Line(x[share], 1, x[share], Height - 1, "chance");
        }

        svg.Rectangle(Math.Min(x[interval.Value] - 1.5, Width - 3), 0, 3, Height, "first", radius: 1.5);
        return svg.ToString();
    }
}
