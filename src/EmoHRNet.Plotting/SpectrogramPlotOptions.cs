using EmoHRNet.Audio.Options;

namespace EmoHRNet.Plotting;

/// <summary>The style of figures: size, text, and the colors of spectrograms.</summary>
public sealed record SpectrogramPlotOptions
{
    /// <summary>The width before <see cref="Scale"/>, 300 to 10,000; null (the default) is 1,000 for one panel and 1,500 for three.</summary>
    public int? Width { get; init; }

    /// <summary>The height before <see cref="Scale"/>, 200 to 10,000. Default 420.</summary>
    public int Height { get; init; } = 420;

    /// <summary>Pixels per unit of width and height, 0.5 to 8. Default 2, for dense screens and print.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>The title above the picture; null (the default) for none.</summary>
    public string? Title { get; init; }

    /// <summary>The colors of a spectrogram's values. Default <see cref="PlotColors.Magma"/>.</summary>
    public PlotColors Colors { get; init; } = PlotColors.Magma;

    /// <summary>The dynamic range of logarithmic spectrograms in decibels, 1 to 300; normalized features are shown in full. Default 80.</summary>
    public double DynamicRange { get; init; } = 80;

    /// <summary>A TrueType or OpenType file for all text; null (the default) for an installed sans-serif font.</summary>
    public string? FontFile { get; init; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range; the exception names all of them.</exception>
    public void Validate()
    {
        var problems = new OptionProblems();
        if (Width is { } width)
        {
            problems.Range(nameof(Width), width, 300, 10_000);
        }

        problems
            .Range(nameof(Height), Height, 200, 10_000)
            .Range(nameof(Scale), Scale, 0.5, 8)
            .Defined(nameof(Colors), Colors)
            .Range(nameof(DynamicRange), DynamicRange, 1, 300)
            .ThrowIfAny(nameof(SpectrogramPlotOptions));
    }
}
