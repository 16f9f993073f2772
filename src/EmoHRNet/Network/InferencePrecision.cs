using System.Text.Json.Serialization;

namespace EmoHRNet;

/// <summary>The number type the network computes in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InferencePrecision>))]
public enum InferencePrecision
{
    /// <summary>32 bits: the reference, and the default.</summary>
    Full,

    /// <summary>16 bits with the range of 32: faster on CPUs with AVX512-BF16 or AMX and on recent GPUs, slow elsewhere.</summary>
    BFloat16,

    /// <summary>16 bits: for CUDA.</summary>
    Half,
}
