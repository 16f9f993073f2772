using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>How a telephone line stores a sample in 8 bits (ITU-T G.711).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Companding>))]
public enum Companding
{
    /// <summary>North America and Japan.</summary>
    MuLaw,

    /// <summary>The rest of the world.</summary>
    ALaw,
}
