using SkiaSharp;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>Draws on a white canvas and encodes it as PNG.</summary>
internal static class PngImage
{
    private const int BestQuality = 100;

    public static byte[] Draw(int width, int height, double scale, Action<SKCanvas> draw)
    {
        var info = new SKImageInfo((int)Math.Round(width * scale), (int)Math.Round(height * scale), SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface surface = SKSurface.Create(info)
            ?? throw new InvalidOperationException($"A picture of {info.Width} by {info.Height} pixels does not fit into memory.");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)scale);
        draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, BestQuality);
        return data.ToArray();
    }

    /// <summary>Replaces a file only when all of it is written.</summary>
    public static void Write(string path, byte[] png)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(png);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
