using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Transforms;

/// <summary>The shape of an analysis window.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WindowShape>))]
public enum WindowShape
{
    /// <summary>Raised cosine, 0.5 − 0.5 cos: the usual choice for speech.</summary>
    Hann,

    /// <summary>0.54 − 0.46 cos: does not reach zero at its ends.</summary>
    Hamming,

    /// <summary>0.42 − 0.5 cos + 0.08 cos 2: lower side lobes, wider main lobe.</summary>
    Blackman,

    /// <summary>Four-term Blackman-Harris: side lobes below −92 dB.</summary>
    BlackmanHarris,

    /// <summary>All ones.</summary>
    Rectangular,
}
