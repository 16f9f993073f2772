using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Recognizes the four letters that name a chunk.</summary>
internal static class WavChunkName
{
    private static readonly HashSet<uint> Known =
    [
        .. new[] { "data", "fmt ", "fact", "LIST", "JUNK", "junk", "bext", "cue ", "smpl", "inst", "PEAK", "FLLR", "PAD ", "iXML", "id3 ", "ID3 ", "ds64", "chna", "axml", "note", "labl", "plst", "slnt", "wavl", "DISP", "acid" }
            .Select(name => BinaryPrimitives.ReadUInt32BigEndian(System.Text.Encoding.ASCII.GetBytes(name))),
    ];

    /// <summary>Whether a name starts at the first byte rather than at the second, after a pad byte.</summary>
    public static bool StandsUnpadded(ReadOnlySpan<byte> next)
    {
        bool here = next.Length >= 4 && IsPrintable(next[..4]);
        bool behind = next.Length >= 5 && IsPrintable(next[1..5]);
        return here && (!behind || Known.Contains(BinaryPrimitives.ReadUInt32BigEndian(next)));
    }

    /// <summary>Whether a chunk of a size that fits the file starts here.</summary>
    public static bool IsChunk(ReadOnlySpan<byte> header, long? remaining) =>
        header.Length == 8 && IsPrintable(header[..4])
        && (Known.Contains(BinaryPrimitives.ReadUInt32BigEndian(header)) || remaining is null
            || BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) + 8L <= remaining);

    private static bool IsPrintable(ReadOnlySpan<byte> name) => name.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0;
}
