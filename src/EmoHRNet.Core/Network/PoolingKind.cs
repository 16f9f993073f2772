using System.Text.Json.Serialization;

namespace EmoHRNet.Network;

/// <summary>How the last map becomes one vector.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PoolingKind>))]
public enum PoolingKind
{
    /// <summary>The mean over bands and frames (the paper, the reference).</summary>
    Average,

    /// <summary>The mean over bands, then a learned, softmax-weighted mean over frames: the network chooses which moments count.</summary>
    Attention,
}
