using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Preparation;

/// <summary>How several channels become one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelMix>))]
public enum ChannelMix
{
    /// <summary>The mean of all channels.</summary>
    Average,

    /// <summary>The first channel alone.</summary>
    Left,

    /// <summary>The second channel alone; a mono signal is its own right channel.</summary>
    Right,
}
