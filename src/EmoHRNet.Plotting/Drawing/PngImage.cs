using ScottPlot;
using SkiaSharp;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>Draws on a white canvas and encodes it as PNG.</summary>
internal static class PngImage
{
    private const int BestQuality = 100;
    private const int DefaultWidth = 1000;

    /// <summary>Draws one panel.</summary>
    public static byte[] Draw(Plot panel, SpectrogramPlotOptions options)
    {
        int width = options.Width ?? DefaultWidth;
        return Draw(width, options, canvas => panel.Render(canvas, new PixelRect(0, width, options.Height, 0)));
    }

    /// <summary>Draws on the canvas with a given method.</summary>
    public static byte[] Draw(int width, SpectrogramPlotOptions options, Action<SKCanvas> draw)
    {
        var info = new SKImageInfo((int)Math.Round(width * options.Scale), (int)Math.Round(options.Height * options.Scale), SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface surface = SKSurface.Create(info)
            ?? throw new InvalidOperationException($"A picture of {info.Width} by {info.Height} pixels does not fit into memory.");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)options.Scale);
        draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, BestQuality);
        return data.ToArray();
    }
}
