using System.Runtime.InteropServices;

namespace EmoHRNet.ModelFiles;

/// <summary>A tensor as stored in a safetensors file: a name, a shape and its encoded numbers.</summary>
public sealed class StoredTensor
{
    internal StoredTensor(string name, TensorDataType type, long[] shape, byte[] bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        long expected = shape.Aggregate((long)TensorDataTypes.SizeOf(type), (product, size) => checked(product * size));
        if (shape.Any(size => size < 0) || expected != bytes.Length)
        {
            throw new ArgumentException($"Tensor '{name}' has {bytes.Length} bytes; {SafetensorsEntry.Describe(shape)} needs {expected}.", nameof(shape));
        }

        (Name, Type, Shape, Bytes) = (name, type, shape, bytes);
    }

    /// <summary>The tensor's name.</summary>
    public string Name { get; }

    /// <summary>How its numbers are encoded.</summary>
    public TensorDataType Type { get; }

    /// <summary>Its dimensions, outermost first; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    internal byte[] Bytes { get; }

    /// <summary>Encodes floating-point numbers.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="shape">Its dimensions, outermost first.</param>
    /// <param name="values">Its numbers, row-major.</param>
    /// <param name="type"><see cref="TensorDataType.F32"/> or <see cref="TensorDataType.F16"/>.</param>
    /// <exception cref="ArgumentException">
    /// The shape does not match the number of values, the type is not supported, or a value is too large for it.
    /// </exception>
    public static StoredTensor FromFloats(string name, long[] shape, ReadOnlySpan<float> values, TensorDataType type = TensorDataType.F32)
    {
        byte[] bytes = type switch
        {
            TensorDataType.F32 => MemoryMarshal.AsBytes(values).ToArray(),
            TensorDataType.F16 => EncodeHalves(name, values),
            _ => throw new ArgumentException($"Found {type}; expected F32 or F16.", nameof(type)),
        };
        return new StoredTensor(name, type, shape, bytes);
    }

    /// <summary>Encodes 64-bit integers.</summary>
    /// <exception cref="ArgumentException">The shape does not match the number of values.</exception>
    public static StoredTensor FromInt64s(string name, long[] shape, ReadOnlySpan<long> values) =>
        new(name, TensorDataType.I64, shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The same tensor under another name; the numbers are shared.</summary>
    public StoredTensor WithName(string name) => new(name, Type, [.. Shape], Bytes);

    /// <summary>The numbers in single precision, row-major.</summary>
    /// <exception cref="InvalidOperationException">The tensor does not contain floating-point numbers.</exception>
    public float[] ToFloats() => Type switch
    {
        TensorDataType.F32 => MemoryMarshal.Cast<byte, float>(Bytes).ToArray(),
        TensorDataType.F16 => Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(Bytes).ToArray(), half => (float)half),
        TensorDataType.BF16 => Array.ConvertAll(MemoryMarshal.Cast<byte, ushort>(Bytes).ToArray(), upper => BitConverter.UInt32BitsToSingle((uint)upper << 16)),
        _ => throw new InvalidOperationException($"tensor '{Name}' holds {Type}; expected floating-point numbers."),
    };

    /// <summary>The numbers as 64-bit integers, row-major.</summary>
    /// <exception cref="InvalidOperationException">The tensor contains numbers of another type.</exception>
    public long[] ToInt64s() => Type == TensorDataType.I64
        ? MemoryMarshal.Cast<byte, long>(Bytes).ToArray()
        : throw new InvalidOperationException($"tensor '{Name}' holds {Type}; expected I64.");

    private static byte[] EncodeHalves(string name, ReadOnlySpan<float> values)
    {
        Half[] halves = new Half[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            halves[i] = (Half)values[i];
            if (Half.IsInfinity(halves[i]) && float.IsFinite(values[i]))
            {
                throw new ArgumentException($"Tensor '{name}' holds {values[i]}, which half precision cannot hold; store it as F32.", nameof(values));
            }
        }

        return MemoryMarshal.AsBytes<Half>(halves).ToArray();
    }
}
