using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>The style of text and lines in all panels. Text gets its typeface directly, because ScottPlot's default font is global state.</summary>
internal sealed class PanelStyle(SKTypeface font)
{
    public const float LabelFontSize = 14;
    private const float TickFontSize = 13;
    private const float TitleFontSize = 16;

    public static readonly Color Ink = Color.FromHex("#333333");

    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>Styles all axes and the title.</summary>
    public void Apply(Plot plot)
    {
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            Apply(axis);
        }

        Apply(plot.Axes.Title.Label, TitleFontSize);
    }

    public void Apply(IAxis axis)
    {
        Apply(axis.Label, LabelFontSize);
        Apply(axis.TickLabelStyle, TickFontSize);
        axis.FrameLineStyle.Color = Ink;
        axis.MajorTickStyle.Color = Ink;
        axis.MinorTickStyle.Length = 0;
    }

    private void Apply(LabelStyle label, float size)
    {
        label.Font = font;
        label.FontSize = size;
        label.ForeColor = Ink;
        label.Bold = false;
    }
}
