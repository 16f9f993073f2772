using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>What fills the places that a time shift leaves empty.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimeShiftFill>))]
public enum TimeShiftFill
{
    /// <summary>A constant; what is shifted over the end is cropped away.</summary>
    Constant,

    /// <summary>The first or last frame again; what is shifted over the end is cropped away.</summary>
    Edge,

    /// <summary>What was shifted over one end comes in again at the other: nothing is lost.</summary>
    Wrap,
}
