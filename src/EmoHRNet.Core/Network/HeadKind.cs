using System.Text.Json.Serialization;

namespace EmoHRNet.Network;

/// <summary>How the parallel branches are combined into the map that is pooled and classified.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadKind>))]
public enum HeadKind
{
    /// <summary>EmoHRNet: a 1×1 convolution per branch, summed at the highest resolution, with a residual connection.</summary>
    FuseLayer,

    /// <summary>
    /// HRNet for image classification: every branch is widened by a bottleneck and downsampled into the next one, with 2048 channels at the
    /// end.
    /// </summary>
    Classification,
}
