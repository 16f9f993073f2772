using System.Text.Json.Serialization;

namespace EmoHRNet.Network;

/// <summary>The number format the inference form computes in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InferencePrecision>))]
public enum InferencePrecision
{
    /// <summary>Single precision: the training form's logits up to rounding.</summary>
    Full,

    /// <summary>
    /// bfloat16 inside, single precision at both ends. Half the memory; faster on processors with AVX512-BF16 or AMX and on GPUs,
    /// slower on others, which have to emulate it.
    /// </summary>
    BFloat16,
}
