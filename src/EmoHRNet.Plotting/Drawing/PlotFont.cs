using SkiaSharp;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>Finds the font for text. Without one, Skia silently draws no text.</summary>
internal static class PlotFont
{
    private static readonly string[] Preferred =
        ["Inter", "Open Sans", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "DejaVu Sans"];

    /// <param name="file">A font file, or null for an installed font.</param>
    /// <exception cref="MissingFontException">The file does not exist or is not a font, or no font is installed.</exception>
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
