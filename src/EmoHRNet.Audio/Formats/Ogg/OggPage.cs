using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.Ogg;

/// <summary>One page (RFC 3533, section 6); the object is reused for all pages.</summary>
internal sealed class OggPage
{
    public const int HeaderLength = 27;
    public const int MaximumLength = HeaderLength + 255 + (255 * 255);

    private const int Continued = 1;
    private const int Begins = 2;
    private const int Ends = 4;

    private readonly byte[] _bytes = new byte[MaximumLength];

    /// <summary>The page's bytes; <see cref="LengthOf"/> gives their number.</summary>
    public byte[] Bytes => _bytes;

    public int SegmentCount => _bytes[26];

    public bool IsContinued => (_bytes[5] & Continued) != 0;

    public bool BeginsStream => (_bytes[5] & Begins) != 0;

    public bool EndsStream => (_bytes[5] & Ends) != 0;

    public long Granule => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(6));

    public uint Serial => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(14));

    public uint Sequence => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(18));

    /// <summary>The bytes of a segment.</summary>
    public int SegmentLength(int index) => _bytes[HeaderLength + index];

    /// <summary>The offset of the content.</summary>
    public int ContentStart => HeaderLength + SegmentCount;

    /// <summary>The length in bytes of the page that starts with these bytes, or null where they end before its table of segments does.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeaderLength || head.Length < HeaderLength + head[26])
        {
            return null;
        }

        int length = HeaderLength + head[26];
        foreach (byte segment in head.Slice(HeaderLength, head[26]))
        {
            length += segment;
        }

        return length;
    }
}
