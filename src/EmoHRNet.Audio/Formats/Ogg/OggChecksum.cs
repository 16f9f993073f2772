using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.Ogg;

/// <summary>The checksum of a page: CRC-32 with polynomial 0x04C11DB7, highest bit first, over the page with the checksum field zeroed.</summary>
internal static class OggChecksum
{
    private const int Offset = 22;
    private const uint Polynomial = 0x04C1_1DB7;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Step((uint)i << 24))];

    public static bool Fits(ReadOnlySpan<byte> page)
    {
        uint stated = BinaryPrimitives.ReadUInt32LittleEndian(page[Offset..]);
        uint crc = Add(0, page[..Offset]);
        crc = Add(crc, [0, 0, 0, 0]);
        return Add(crc, page[(Offset + sizeof(uint))..]) == stated;
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            crc = (crc << 8) ^ Table[(crc >> 24) ^ value];
        }

        return crc;
    }

    private static uint Step(uint value)
    {
        for (int i = 0; i < 8; i++)
        {
            value = (value & 0x8000_0000) != 0 ? (value << 1) ^ Polynomial : value << 1;
        }

        return value;
    }
}
