using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>What fills the places that a time shift leaves empty.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimeShiftFill>))]
public enum TimeShiftFill
{
    /// <summary>A constant; what is shifted over the end is cropped.</summary>
    Constant,

    /// <summary>The first or last frame repeated; what is shifted over the end is cropped.</summary>
    Edge,

    /// <summary>Wrap around: what is shifted over one end comes in at the other.</summary>
    Wrap,
}
