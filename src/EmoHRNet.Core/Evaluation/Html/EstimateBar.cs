namespace EmoHRNet.Evaluation.Html;

/// <summary>A figure on a scale from 0 to 100 percent, with its interval and chance.</summary>
internal static class EstimateBar
{
    private const double Width = 220;
    private const double Height = 16;

    public static string Draw(Estimate estimate, double? chance)
    {
        SvgDrawing svg = new(Width, Height, $"{estimate}");
        PlotScale x = new(0, 1, 0, Width);
        svg.Rectangle(0, 5, Width, 6, "track", radius: 3);
        if (double.IsFinite(estimate.Lower))
        {
            svg.Rectangle(x[estimate.Lower], 5, Math.Max(3, x[estimate.Upper] - x[estimate.Lower]), 6, "first", 0.45, 3, $"95% interval {estimate}");
        }

        if (chance is { } share)
        {
            svg.Line(x[share], 1, x[share], Height - 1, "chance");
        }

        svg.Rectangle(Math.Min(x[estimate.Value] - 1.5, Width - 3), 0, 3, Height, "first", radius: 1.5);
        return svg.ToString();
    }
}
