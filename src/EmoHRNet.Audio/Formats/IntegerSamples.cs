using System.Numerics;
using System.Runtime.Intrinsics;

namespace EmoHRNet.Audio.Formats;

/// <summary>Scales integer samples to [-1, 1), vectorized, so that decoding is limited by memory bandwidth.</summary>
/// <remarks>Each vector loop leaves a remainder to the scalar loop after it.</remarks>
internal static class IntegerSamples
{
    /// <summary>The value of one 16-bit step.</summary>
    public const float Scale16 = 1f / 32768;

    private const float Scale8 = 1f / 128;
    private const float Scale32 = 1f / 2147483648;
    private const float Scale64 = 1f / 9223372036854775808;

    /// <summary>Moves each group of three bytes into the upper three bytes of an integer; indexes of 16 and above give zero.</summary>
    private static readonly Vector128<byte> Spread24 = Vector128.Create((byte)255, 0, 1, 2, 255, 3, 4, 5, 255, 6, 7, 8, 255, 9, 10, 11);

    public static void FromUInt8(ReadOnlySpan<byte> samples, Span<float> destination)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            destination[i] = (samples[i] - 128) * Scale8;
        }
    }

    public static void FromInt8(ReadOnlySpan<sbyte> samples, Span<float> destination)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            destination[i] = samples[i] * Scale8;
        }
    }

    public static void FromInt16(ReadOnlySpan<short> samples, Span<float> destination)
    {
        int i = 0;
        Vector<float> scale = new(Scale16);
        for (; i <= samples.Length - Vector<short>.Count; i += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(samples[i..]), out Vector<int> low, out Vector<int> high);
            (Vector.ConvertToSingle(low) * scale).CopyTo(destination[i..]);
            (Vector.ConvertToSingle(high) * scale).CopyTo(destination[(i + Vector<int>.Count)..]);
        }

        for (; i < samples.Length; i++)
        {
            destination[i] = samples[i] * Scale16;
        }
    }

    public static void FromInt24(ReadOnlySpan<byte> bytes, Span<float> destination)
    {
        int i = 0;
        for (; (i * 3) + Vector128<byte>.Count <= bytes.Length; i += 4)
        {
            Vector128<int> left = Vector128.Shuffle(Vector128.Create(bytes[(i * 3)..]), Spread24).AsInt32();
            (Vector128.ConvertToSingle(left) * Scale32).CopyTo(destination[i..]);
        }

        for (; i < destination.Length; i++)
        {
            int left = (bytes[i * 3] << 8) | (bytes[(i * 3) + 1] << 16) | (bytes[(i * 3) + 2] << 24);
            destination[i] = left * Scale32;
        }
    }

    public static void FromInt32(ReadOnlySpan<int> samples, Span<float> destination)
    {
        int i = 0;
        Vector<float> scale = new(Scale32);
        for (; i <= samples.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            (Vector.ConvertToSingle(new Vector<int>(samples[i..])) * scale).CopyTo(destination[i..]);
        }

        for (; i < samples.Length; i++)
        {
            destination[i] = samples[i] * Scale32;
        }
    }

    public static void FromLower24(ReadOnlySpan<int> samples, Span<float> destination)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            destination[i] = (samples[i] << 8) * Scale32;
        }
    }

    public static void FromInt64(ReadOnlySpan<long> samples, Span<float> destination)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            destination[i] = samples[i] * Scale64;
        }
    }
}
