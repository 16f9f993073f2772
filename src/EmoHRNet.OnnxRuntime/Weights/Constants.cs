using System.Runtime.InteropServices;
using EmoHRNet.OnnxRuntime.Format;
using Google.Protobuf;

namespace EmoHRNet.OnnxRuntime.Weights;

/// <summary>Constant tensors of a graph, row-major and little-endian as the format requires.</summary>
internal static class Constants
{
    public static TensorProto Floats(string name, IEnumerable<long> shape, ReadOnlySpan<float> values) =>
        Create(name, shape, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values));

    public static TensorProto Int64s(string name, IEnumerable<long> shape, ReadOnlySpan<long> values) =>
        Create(name, shape, TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values));

    private static TensorProto Create(string name, IEnumerable<long> shape, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes) =>
        new() { Name = name, DataType = (int)type, Dims = { shape }, RawData = ByteString.CopyFrom(bytes) };
}
