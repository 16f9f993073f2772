using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Features;

/// <summary>How magnitudes are compressed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LogScale>))]
public enum LogScale
{
    /// <summary>No compression.</summary>
    None,

    /// <summary>The natural logarithm.</summary>
    Natural,

    /// <summary>10 log10 of the power (20 log10 of the magnitude).</summary>
    Decibel,
}
