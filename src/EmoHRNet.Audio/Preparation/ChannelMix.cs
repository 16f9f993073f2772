using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Preparation;

/// <summary>How channels are mixed to mono.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelMix>))]
public enum ChannelMix
{
    /// <summary>The mean of all channels.</summary>
    Average,

    /// <summary>The first channel.</summary>
    Left,

    /// <summary>The second channel; of a mono signal, its only channel.</summary>
    Right,
}
