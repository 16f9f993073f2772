namespace EmoHRNet.Plotting.Drawing;

/// <summary>The space around the data area of a panel, for axes, titles and the color bar.</summary>
internal sealed class PanelLayout(float left, float right, float top, float bottom)
{
    public float Left => left;

    public float Right => right;

    public float Top => top;

    public float Bottom => bottom;

    public ScottPlot.PixelPadding Padding => new(left, right, bottom, top);
}
