using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Features;

/// <summary>How the triangles of a mel filter bank are scaled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilterNormalization>))]
public enum FilterNormalization
{
    /// <summary>Every triangle has height 1.</summary>
    None,

    /// <summary>Every triangle has area 1 (2 / bandwidth in hertz), so that white noise has equal power in all bands.</summary>
    Slaney,
}
