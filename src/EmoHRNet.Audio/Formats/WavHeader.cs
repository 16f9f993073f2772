using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads the chunks of a WAV file up to its samples: RIFF, RIFX (big-endian), RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088).</summary>
internal static class WavHeader
{
    private const int MaximumChunkCount = 65_536;

    public static bool Recognizes(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head[8..12].SequenceEqual("WAVE"u8)
        && (head.StartsWith("RIFF"u8) || head.StartsWith("RIFX"u8) || head.StartsWith("RF64"u8) || head.StartsWith("BW64"u8));

    /// <summary>Reads up to the first sample.</summary>
    /// <exception cref="AudioFormatException">The file is not a well-formed WAV.</exception>
    /// <exception cref="UnsupportedEncodingException">The samples have an encoding that this library does not decode.</exception>
    public static AudioHeader Read(ByteSource source)
    {
        Span<byte> header = stackalloc byte[12];
        source.Read(header);
        bool bigEndian = header.StartsWith("RIFX"u8);
        WavFormatChunk? format = null;
        WavDataSize sizes = new(source, UInt32(header[4..], bigEndian));
        header = header[..8];
        for (int count = 0; count < MaximumChunkCount && source.Read(header) == header.Length; count++)
        {
            uint size = UInt32(header[4..], bigEndian);
            if (header.StartsWith("data"u8))
            {
                return format is null
                    ? throw new AudioFormatException($"{source.Name}: the WAV file has no 'fmt ' chunk before its 'data' chunk; convert it again.")
                    : WithData(source, format, sizes.Decide(size), new WavDataParts(size, sizes.End, bigEndian));
            }

            long end = source.Position + size;
            if (header.StartsWith("fmt "u8))
            {
                format = WavFormatChunk.Read(source, size, bigEndian);
            }
            else if (header.StartsWith("ds64"u8) && size >= 24)
            {
                sizes.ReadDs64();
            }

            SkipToNextChunk(source, end, size);
        }

        throw new AudioFormatException(
            $"{source.Name}: the WAV file has no 'data' chunk{(format is null ? " and no 'fmt ' chunk" : "")}; it is truncated or damaged.");
    }

    private static AudioHeader WithData(ByteSource source, WavFormatChunk format, (long? Length, string? Note) data, WavDataParts parts)
    {
        RawAudioFormat layout = format.Format;
        IEnumerable<string> notes = format.Notes;
        if (format.Is24In32)
        {
            (layout, string note) = Wide24.Decide(source, layout);
            notes = [note];
        }

        AudioHeader header = new("WAV", layout, data.Length)
        {
            Blocks = format.Blocks,
            Notes = [.. notes, .. data.Note is null ? [] : (string[])[data.Note]],
        };
        return data.Length == parts.FirstLength && parts.MayGoOn(source.Position) ? WithParts(source, header, parts) : header;
    }

    /// <summary>Further parts are known at once where the file can seek, and otherwise found at the end of each part.</summary>
    private static AudioHeader WithParts(ByteSource source, AudioHeader header, WavDataParts parts) =>
        !source.CanSeek ? header with { Parts = parts }
        : parts.Measure(source) is not (long length, long gaps) ? header
        : header with { DataLength = length, GapLength = gaps, Parts = parts, Notes = [.. header.Notes, WavDataParts.Note] };

    /// <summary>Chunks are padded to even lengths; some writers forget the padding, and others pad with an arbitrary byte.</summary>
    internal static void SkipToNextChunk(ByteSource source, long end, long size)
    {
        source.Skip(end - source.Position);
        SkipPadding(source, end, size);
    }

    /// <summary>Skips the pad byte after a chunk of odd size.</summary>
    /// <param name="source">The file, where the chunk ends.</param>
    /// <param name="end">Where it should end.</param>
    /// <param name="size">Its size.</param>
    internal static void SkipPadding(ByteSource source, long end, long size)
    {
        if ((size & 1) != 0 && source.Position == end && !WavChunkName.StandsUnpadded(source.Peek(5)))
        {
            source.Skip(1);
        }
    }

    internal static uint UInt32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
