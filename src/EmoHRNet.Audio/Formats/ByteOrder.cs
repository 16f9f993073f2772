using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Formats;

/// <summary>Converts stored samples between big-endian and little-endian, in place.</summary>
internal static class ByteOrder
{
    /// <param name="bytes">The samples; a whole number of them.</param>
    /// <param name="width">The bytes of one sample, 1 to 8.</param>
    public static void Swap(Span<byte> bytes, int width)
    {
        switch (width)
        {
            case 2:
                Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            case 3:
                for (int i = 0; i + 2 < bytes.Length; i += 3)
                {
                    (bytes[i], bytes[i + 2]) = (bytes[i + 2], bytes[i]);
                }

                break;
            case 4:
                Span<uint> doubleWords = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(doubleWords, doubleWords);
                break;
            case 8:
                Span<ulong> quadWords = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(quadWords, quadWords);
                break;
            default:
                break;
        }
    }
}
