namespace EmoHRNet.ModelFiles;

/// <summary>Recognizes files that are easily mistaken for a model file, by their first bytes.</summary>
internal static class ForeignFile
{
    /// <summary>The number of bytes that are read.</summary>
    public const int Length = 8;

    /// <summary>What a file is and what to do about it; null for an unknown file.</summary>
    /// <param name="start">Its first <see cref="Length"/> bytes.</param>
    public static string? Describe(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith("version "u8) => "it is a Git LFS pointer, not the model itself; run 'git lfs pull'",
        _ when start.StartsWith("PK\u0003\u0004"u8) => "it is a zip archive, as PyTorch writes checkpoints; expected a .safetensors file that this library trained",
        _ when IsOnnx(start) => "it is an ONNX model, which is exported from a model file and cannot be read back; pass the .safetensors file that it was exported from",
        _ => null,
    };

    // An ONNX model begins with field 1, the format version, followed by field 2, the producer name.
    private static bool IsOnnx(ReadOnlySpan<byte> start) => start[0] == 0x08 && start[1] is > 0 and < 0x40 && start[2] == 0x12;
}
