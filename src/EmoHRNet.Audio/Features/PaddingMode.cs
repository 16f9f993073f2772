using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Features;

/// <summary>The padding before the first and after the last sample.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaddingMode>))]
public enum PaddingMode
{
    /// <summary>
    /// The signal mirrored at its first and last sample, without repeating them. A signal shorter than the padding is mirrored
    /// repeatedly, where torch rejects it; a single sample is repeated.
    /// </summary>
    Reflect,

    /// <summary>Zeros.</summary>
    Zero,
}
