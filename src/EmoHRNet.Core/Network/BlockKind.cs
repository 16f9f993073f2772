using System.Text.Json.Serialization;

namespace EmoHRNet.Network;

/// <summary>The residual block a branch is made of (He et al., 2016).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BlockKind>))]
public enum BlockKind
{
    /// <summary>Two 3×3 convolutions; the output is as wide as the inside.</summary>
    Basic,

    /// <summary>1×1, 3×3 and 1×1 convolutions; the output is four times as wide as the inside.</summary>
    Bottleneck,
}
