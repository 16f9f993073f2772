using System.Text.Json.Serialization;

namespace EmoHRNet.Plotting;

/// <summary>The colors of a spectrogram, from the smallest to the largest value; all but <see cref="Turbo"/> rise evenly in lightness.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlotColors>))]
public enum PlotColors
{
    /// <summary>Black, violet, salmon, cream.</summary>
    Magma,

    /// <summary>Black, red, yellow.</summary>
    Inferno,

    /// <summary>Violet, green, yellow.</summary>
    Viridis,

    /// <summary>Blue, green, yellow, red.</summary>
    Turbo,

    /// <summary>White to black: for print.</summary>
    Print,
}
