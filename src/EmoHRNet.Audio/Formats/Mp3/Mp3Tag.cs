using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>Tags that stand between or behind frames.</summary>
internal static class Mp3Tag
{
    /// <summary>As many bytes as any tag needs to be recognized.</summary>
    public const int HeadLength = 32;

    private const int Id3Version1Length = 128;
    private const int Id3EnhancedLength = 227;
    private const int ApeFrameLength = 32;

    /// <summary>The bytes of the tag that starts here, or null when none does.</summary>
    public static long? Length(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("TAG+"u8))
        {
            return Id3EnhancedLength;
        }

        if (head.StartsWith("TAG"u8))
        {
            return Id3Version1Length;
        }

        return head.Length >= ApeFrameLength && head.StartsWith("APETAGEX"u8) ? ApeLength(head) : Id3Tag.Length(head);
    }

    /// <summary>The size counts items and footer; a footer that stands where a header is expected has its items behind it already.</summary>
    private static long ApeLength(ReadOnlySpan<byte> head)
    {
        const uint IsHeader = 0x2000_0000;
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        return ApeFrameLength + ((flags & IsHeader) != 0 ? BinaryPrimitives.ReadUInt32LittleEndian(head[12..]) : 0L);
    }
}
