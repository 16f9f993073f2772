using System.Buffers.Binary;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Corrects the checksums of a FLAC file that has one frame, computed bit by bit.</summary>
internal static class FlacEdit
{
    public static void SignOnlyFrame(byte[] file)
    {
        int frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xF8]);
        if (frame < 0 || frame + 16 > file.Length)
        {
            return;
        }

        int header = frame + HeaderLength(file.AsSpan(frame));
        if (header + 3 > file.Length)
        {
            return;
        }

        file[header] = (byte)Checksum(file.AsSpan(frame, header - frame), 8, 0x07);
        ushort whole = (ushort)Checksum(file.AsSpan(frame, file.Length - 2 - frame), 16, 0x8005);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(file.Length - 2), whole);
    }

    /// <summary>The length of a frame header: four bytes, one for the frame number, and those that the codes of length and rate require.</summary>
    private static int HeaderLength(ReadOnlySpan<byte> frame) => 5
        + ((frame[2] >> 4) switch { 6 => 1, 7 => 2, _ => 0 })
        + ((frame[2] & 0xF) switch { 12 => 1, 13 or 14 => 2, _ => 0 });

    private static int Checksum(ReadOnlySpan<byte> bytes, int width, int polynomial)
    {
        int crc = 0;
        foreach (byte value in bytes)
        {
            crc ^= value << (width - 8);
            for (int i = 0; i < 8; i++)
            {
                crc = (crc & (1 << (width - 1))) != 0 ? (crc << 1) ^ polynomial : crc << 1;
            }
        }

        return crc & ((1 << width) - 1);
    }
}
