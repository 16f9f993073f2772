#!/usr/bin/env dotnet
#:package SkiaSharp
#:package SkiaSharp.NativeAssets.Linux.NoDependencies
// Draws icon.png, the picture of the packages, next to this file: dotnet run docs/images/draw-icon.cs
// One utterance seen at four resolutions at once, as the network's parallel branches see it.
using System.Runtime.CompilerServices;
using SkiaSharp;

const int Size = 256;
const int Branches = 4;
double[] envelope = [0.22, 0.50, 0.86, 0.62, 0.38, 0.74, 1.00, 0.66, 0.30, 0.56, 0.80, 0.48, 0.64, 0.40, 0.26, 0.14];
SKColor[] colors = [new(0xff, 0xb7, 0x4d), new(0xff, 0x8a, 0x65), new(0xf0, 0x62, 0x92), new(0xba, 0x68, 0xc8)];

using var surface = SKSurface.Create(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Premul));
SKCanvas canvas = surface.Canvas;
canvas.Clear(SKColors.Transparent);
using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(0x1f, 0x24, 0x3d) };
canvas.DrawRoundRect(0, 0, Size, Size, 48, 48, paint);

const float Left = 32;
const float Width = Size - (2 * Left);
const float RowHeight = 48;
for (int branch = 0; branch < Branches; branch++)
{
    int bars = envelope.Length >> branch;
    int merged = envelope.Length / bars;
    float step = Width / bars;
    float middle = 32 + (RowHeight / 2) + (branch * RowHeight);
    paint.Color = colors[branch];
    for (int bar = 0; bar < bars; bar++)
    {
        var height = (float)envelope.Skip(bar * merged).Take(merged).Average() * (RowHeight - 8);
        float gap = 1.5f + (1.5f * branch);
        var box = SKRect.Create(Left + (bar * step) + gap, middle - (height / 2), step - (2 * gap), height);
        canvas.DrawRoundRect(box, 3, 3, paint);
    }
}

using SKImage image = surface.Snapshot();
using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
string target = Path.Combine(Folder(), "icon.png");
File.WriteAllBytes(target, png.ToArray());
Console.WriteLine($"{target}: {png.Size} bytes");

static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
