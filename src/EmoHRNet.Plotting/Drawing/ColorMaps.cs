using ScottPlot;
using ScottPlot.Colormaps;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>The color maps of <see cref="PlotColors"/>, and the one for differences.</summary>
internal static class ColorMaps
{
    public static IColormap Create(PlotColors colors) => colors switch
    {
        PlotColors.Inferno => new Inferno(),
        PlotColors.Viridis => new Viridis(),
        PlotColors.Turbo => new Turbo(),
        PlotColors.Print => new GrayscaleReversed(),
        _ => new Magma(),
    };

    /// <summary>Blue below 0, white at 0, red above.</summary>
    public static IColormap CreateDiverging() => new CustomInterpolated(
    [
        Color.FromHex("#053061"), Color.FromHex("#2166ac"), Color.FromHex("#67a9cf"), Color.FromHex("#d1e5f0"), Color.FromHex("#f7f7f7"),
        Color.FromHex("#fddbc7"), Color.FromHex("#ef8a62"), Color.FromHex("#b2182b"), Color.FromHex("#67001f"),
    ]);
}
