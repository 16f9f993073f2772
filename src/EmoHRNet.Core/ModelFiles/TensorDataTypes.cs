namespace EmoHRNet.ModelFiles;

/// <summary>The names and sizes of the supported number types.</summary>
internal static class TensorDataTypes
{
    public static string Known { get; } = string.Join(", ", Enum.GetNames<TensorDataType>());

    public static TensorDataType? Parse(string? name) => name switch
    {
        "F32" => TensorDataType.F32,
        "F16" => TensorDataType.F16,
        "BF16" => TensorDataType.BF16,
        "I64" => TensorDataType.I64,
        "U8" => TensorDataType.U8,
        _ => null,
    };

    public static int SizeOf(TensorDataType type) => type switch
    {
        TensorDataType.F32 => 4,
        TensorDataType.I64 => 8,
        TensorDataType.U8 => 1,
        _ => 2,
    };
}
