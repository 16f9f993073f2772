using System.Buffers.Binary;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Builds Ogg pages, with checksums computed bit by bit.</summary>
internal static class OggEdit
{
    private const int HeaderLength = 27;
    private const int SerialOffset = 14;
    private const int ChecksumOffset = 22;

    public static byte[] Page(uint serial, byte flags, uint sequence, long granule, byte[] packet)
    {
        byte[] segments = [.. Enumerable.Repeat((byte)255, packet.Length / 255), (byte)(packet.Length % 255)];
        byte[] page = [.. "OggS"u8, 0, flags, .. new byte[20], (byte)segments.Length, .. segments, .. packet];
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), granule);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(SerialOffset), serial);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(18), sequence);
        Sign(page);
        return page;
    }

    /// <summary>Chains streams, with different serial numbers.</summary>
    public static byte[] Join(byte[] first, byte[] second) => [.. WithSerial(first, 1), .. WithSerial(second, 2)];

    /// <summary>Interleaves the file's pages with the pages of a stream with an unknown codec.</summary>
    public static byte[] WithStreamBeside(byte[] file)
    {
        List<byte[]> pages = Pages(file);
        return
        [
            .. Page(99, 2, 0, 0, [.. "fishead"u8, .. new byte[60]]), .. pages[0], .. Page(99, 0, 1, 0, new byte[300]),
            .. pages.Skip(1).SelectMany(p => p), .. Page(99, 4, 2, 0, []),
        ];
    }

    public static byte[] WithoutPage(byte[] file, int index)
    {
        List<byte[]> pages = Pages(file);
        pages.RemoveAt(index);
        return [.. pages.SelectMany(p => p)];
    }

    /// <summary>Corrects the checksums of all pages that are still recognizable, in place.</summary>
    public static void SignAll(byte[] file)
    {
        int start = 0;
        while (start + HeaderLength <= file.Length && file.AsSpan(start, 4).SequenceEqual("OggS"u8))
        {
            int end = start + HeaderLength + file[start + 26];
            end += end <= file.Length ? file.AsSpan(start + HeaderLength, file[start + 26]).ToArray().Sum(s => s) : 0;
            if (end > file.Length)
            {
                return;
            }

            Sign(file.AsSpan(start, end - start));
            start = end;
        }
    }

    private static byte[] WithSerial(byte[] file, uint serial)
    {
        List<byte[]> pages = Pages(file);
        foreach (byte[] page in pages)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(SerialOffset), serial);
            Sign(page);
        }

        return [.. pages.SelectMany(p => p)];
    }

    private static List<byte[]> Pages(byte[] file)
    {
        List<byte[]> pages = [];
        for (int start = 0; start < file.Length; start += pages[^1].Length)
        {
            int segments = file[start + 26];
            int length = HeaderLength + segments + file.AsSpan(start + HeaderLength, segments).ToArray().Sum(s => s);
            pages.Add(file[start..(start + length)]);
        }

        return pages;
    }

    private static void Sign(Span<byte> page)
    {
        page.Slice(ChecksumOffset, 4).Clear();
        uint crc = 0;
        foreach (byte value in page)
        {
            crc ^= (uint)value << 24;
            for (int i = 0; i < 8; i++)
            {
                crc = (crc & 0x8000_0000) != 0 ? (crc << 1) ^ 0x04C1_1DB7 : crc << 1;
            }
        }

        BinaryPrimitives.WriteUInt32LittleEndian(page[ChecksumOffset..], crc);
    }
}
