namespace EmoHRNet.ModelFiles;

/// <summary>The header entry of one tensor in a safetensors file.</summary>
/// <param name="Name">The name of the tensor in the network: <c>stage2.0.branches.0.0.conv1.weight</c>.</param>
/// <param name="Type">How its numbers are encoded.</param>
/// <param name="Shape">Its dimensions, outermost first; empty for a scalar.</param>
/// <param name="Offset">The position of its first byte, from the start of the file.</param>
/// <param name="ByteCount">The number of its bytes.</param>
public sealed record SafetensorsEntry(string Name, TensorDataType Type, IReadOnlyList<long> Shape, long Offset, long ByteCount)
{
    /// <summary>The number of elements.</summary>
    public long ElementCount => ByteCount / TensorDataTypes.SizeOf(Type);

    /// <summary>The shape as text, <c>[16, 1, 3, 3]</c>.</summary>
    public string ShapeText => Describe(Shape);

    /// <summary>A shape as text, <c>[16, 1, 3, 3]</c>.</summary>
    public static string Describe(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
