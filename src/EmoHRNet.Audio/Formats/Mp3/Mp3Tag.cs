using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>Recognizes tags between or after frames.</summary>
internal static class Mp3Tag
{
    /// <summary>The number of bytes needed to recognize any tag.</summary>
    public const int HeadLength = 32;

    private const int Id3Version1Length = 128;
    private const int Id3EnhancedLength = 227;
    private const int ApeFrameLength = 32;

    /// <summary>The length in bytes of the tag that starts here, or null when there is none.</summary>
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

    /// <summary>The stated size counts items and footer; where a footer comes first, its items are already passed.</summary>
    private static long ApeLength(ReadOnlySpan<byte> head)
    {
        const uint IsHeader = 0x2000_0000;
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        return ApeFrameLength + ((flags & IsHeader) != 0 ? BinaryPrimitives.ReadUInt32LittleEndian(head[12..]) : 0L);
    }
}
