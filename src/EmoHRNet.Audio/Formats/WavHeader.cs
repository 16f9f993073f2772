using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads the chunks of a WAV file up to its samples: RIFF, RIFX (big-endian), RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088).</summary>
internal static class WavHeader
{
    private const int MaximumChunkCount = 65_536;
    private const uint SizeIn64Bits = uint.MaxValue;

    public static bool Recognizes(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head[8..12].SequenceEqual("WAVE"u8)
        && (head.StartsWith("RIFF"u8) || head.StartsWith("RIFX"u8) || head.StartsWith("RF64"u8) || head.StartsWith("BW64"u8));

    /// <summary>Reads up to the first sample.</summary>
    /// <exception cref="AudioFormatException">The file is not a well-formed WAV.</exception>
    /// <exception cref="UnsupportedEncodingException">The samples are in an encoding that this library does not decode.</exception>
    public static AudioHeader Read(ByteSource source)
    {
        bool bigEndian = source.Head.StartsWith("RIFX"u8);
        uint riffSize = UInt32(source.Head[4..], bigEndian);
        source.Skip(12);
        RawAudioFormat? format = null;
        long? size64 = null;
        Span<byte> header = stackalloc byte[8];
        for (int count = 0; count < MaximumChunkCount && source.Read(header) == header.Length; count++)
        {
            uint size = UInt32(header[4..], bigEndian);
            if (header.StartsWith("data"u8))
            {
                return format is null
                    ? throw new AudioFormatException($"{source.Name}: the WAV file has no 'fmt ' chunk before its 'data' chunk; convert it again.")
                    : new AudioHeader("WAV", format, DataLength(size, size64, riffSize, source.Position));
            }

            long end = source.Position + size;
            if (header.StartsWith("fmt "u8))
            {
                format = WavFormatChunk.Read(source, size, bigEndian);
            }
            else if (header.StartsWith("ds64"u8) && size >= 24)
            {
                size64 = ReadDataSize64(source);
            }

            SkipToNextChunk(source, end, padded: (size & 1) != 0);
        }

        throw new AudioFormatException(
            $"{source.Name}: the WAV file has no 'data' chunk{(format is null ? " and no 'fmt ' chunk" : "")}; it is truncated or damaged.");
    }

    /// <summary>Chunks are padded to even lengths; some writers forget it, which shows as a letter where the zero should be.</summary>
    private static void SkipToNextChunk(ByteSource source, long end, bool padded)
    {
        source.Skip(end - source.Position);
        if (!padded || source.Position < end)
        {
            return;
        }

        Span<byte> pad = stackalloc byte[1];
        if (source.Read(pad) == 1 && char.IsAsciiLetter((char)pad[0]) && source.CanMoveBack)
        {
            source.MoveBack(end);
        }
    }

    /// <summary>Recorders that write to a pipe, or that crashed, leave sizes that mean "until the end".</summary>
    private static long? DataLength(uint size, long? size64, uint riffSize, long dataPosition) => size switch
    {
        SizeIn64Bits => size64,
        0x7FFFF000 or 0x7FFFFFFF or 0x80000000 => null,
        0 when 8L + riffSize <= dataPosition => null,
        _ => size,
    };

    /// <summary>The second field of ds64; the first is the size of the whole file.</summary>
    private static long? ReadDataSize64(ByteSource source)
    {
        Span<byte> sizes = stackalloc byte[16];
        if (source.Read(sizes) < sizes.Length)
        {
            throw new AudioFormatException($"{source.Name}: the RF64 file ends inside its 'ds64' chunk; it is truncated.");
        }

        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(sizes[8..]);
        return size > long.MaxValue ? null : (long)size;
    }

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
