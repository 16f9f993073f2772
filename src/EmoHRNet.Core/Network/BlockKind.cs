using System.Text.Json.Serialization;

namespace EmoHRNet.Network;

/// <summary>The residual block a branch is made of (He et al., 2016).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BlockKind>))]
public enum BlockKind
{
    /// <summary>Two 3×3 convolutions; as wide at its output as inside.</summary>
    Basic,

    /// <summary>1×1, 3×3 and 1×1 convolutions; four times as wide at its output as inside.</summary>
    Bottleneck,
}
