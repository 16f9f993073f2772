using System.Text.Json.Serialization;

namespace EmoHRNet.Network;

/// <summary>How the parallel branches become the one map that is pooled and classified.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadKind>))]
public enum HeadKind
{
    /// <summary>EmoHRNet: a 1×1 convolution of every branch into one map at the highest resolution, with residual connection.</summary>
    FuseLayer,

    /// <summary>HRNet for image classification: every branch widened by a bottleneck, downsampled into the next one, 2048 channels at the end.</summary>
    Classification,
}
