namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>The checksums of frame headers and frames (RFC 9639, sections 9.1.8 and 9.3).</summary>
internal static class FlacChecksum
{
    private static readonly ushort[] Table16 = [.. Enumerable.Range(0, 256).Select(i => (ushort)Step(i << 8, 0x8005, 0x8000))];
    private static readonly byte[] Table8 = [.. Enumerable.Range(0, 256).Select(i => (byte)Step(i, 0x07, 0x80))];

    /// <summary>Polynomial x^16 + x^15 + x^2 + 1.</summary>
    public static ushort Crc16(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (byte value in bytes)
        {
            crc = (ushort)((crc << 8) ^ Table16[(crc >> 8) ^ value]);
        }

        return crc;
    }

    /// <summary>Polynomial x^8 + x^2 + x + 1.</summary>
    public static byte Crc8(ReadOnlySpan<byte> bytes)
    {
        byte crc = 0;
        foreach (byte value in bytes)
        {
            crc = Table8[crc ^ value];
        }

        return crc;
    }

    private static int Step(int value, int polynomial, int highest)
    {
        for (int i = 0; i < 8; i++)
        {
            value = (value & highest) != 0 ? (value << 1) ^ polynomial : value << 1;
        }

        return value;
    }
}
