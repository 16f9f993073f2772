using SkiaSharp;

namespace EmoHRNet.Plotting.Tests;

/// <summary>A decoded PNG, and the positions of its parts.</summary>
internal sealed class Picture : IDisposable
{
    private readonly SKBitmap _bitmap;

    public Picture(byte[] png)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        _bitmap = SKBitmap.Decode(png);
    }

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    public SKColor this[double x, double y] => _bitmap.GetPixel((int)x, (int)y);

    public static double Lightness(SKColor color) => (0.2126 * color.Red) + (0.7152 * color.Green) + (0.0722 * color.Blue);

    /// <summary>The share of an area's pixels that are darker than middle gray.</summary>
    public double Ink(double left, double top, double right, double bottom)
    {
        int dark = 0;
        int all = 0;
        for (int y = (int)top; y < (int)bottom; y++)
        {
            for (int x = (int)left; x < (int)right; x++)
            {
                all++;
                dark += Lightness(_bitmap.GetPixel(x, y)) < 128 ? 1 : 0;
            }
        }

        return (double)dark / all;
    }

    public int LightestRow(double x, double top, double bottom) =>
        Enumerable.Range((int)top, (int)(bottom - top)).MaxBy(y => Lightness(this[x, y]));

    public void Dispose() => _bitmap.Dispose();
}
