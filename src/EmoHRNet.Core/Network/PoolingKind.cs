using System.Text.Json.Serialization;

namespace EmoHRNet.Network;

/// <summary>How the last map is pooled to a vector.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PoolingKind>))]
public enum PoolingKind
{
    /// <summary>The mean over bands and frames (as in the paper and the reference).</summary>
    Average,

    /// <summary>The mean over bands, then a learned, softmax-weighted mean over frames: the network learns which frames matter.</summary>
    Attention,
}
