namespace EmoHRNet.ModelFiles;

/// <summary>How the numbers of a stored tensor are encoded, under the names that safetensors uses; all little-endian.</summary>
public enum TensorDataType
{
    /// <summary>IEEE 754 single precision, 4 bytes.</summary>
    F32,

    /// <summary>IEEE 754 half precision, 2 bytes.</summary>
    F16,

    /// <summary>The upper half of a single, 2 bytes.</summary>
    BF16,

    /// <summary>Signed 64-bit integer, 8 bytes.</summary>
    I64,

    /// <summary>Bytes.</summary>
    U8,
}
