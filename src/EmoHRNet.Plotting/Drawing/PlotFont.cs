using SkiaSharp;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>Finds the font that text is written with. Skia draws nothing, and says nothing, where there is none.</summary>
internal static class PlotFont
{
    private static readonly string[] Preferred =
        ["Inter", "Open Sans", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "DejaVu Sans"];

    /// <param name="file">A font file, or null for a font of the machine.</param>
    /// <exception cref="MissingFontException">There is no such file, it is no font, or the machine has none.</exception>
    public static SKTypeface Open(string? file) => file is null ? OpenInstalled() : OpenFile(file);

    private static SKTypeface OpenFile(string file)
    {
        SKTypeface? typeface = File.Exists(file) ? SKTypeface.FromFile(file) : null;
        return IsUsable(typeface)
            ? typeface!
            : throw new MissingFontException($"'{file}' is not a font file that can be read; expected a .ttf or .otf file.");
    }

    private static SKTypeface OpenInstalled()
    {
        var installed = SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.OrdinalIgnoreCase);
        string? family = Preferred.FirstOrDefault(installed.Contains);
        SKTypeface? typeface = family is null ? SKTypeface.CreateDefault() : SKTypeface.FromFamilyName(family);
        return IsUsable(typeface) ? typeface! : throw new MissingFontException();
    }

    private static bool IsUsable(SKTypeface? typeface) => typeface is not null && typeface.ContainsGlyphs("0123456789 Hz");
}
