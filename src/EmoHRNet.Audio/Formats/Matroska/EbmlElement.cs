namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>The start of an EBML element (RFC 8794, sections 4 to 6).</summary>
/// <param name="Id">The identifier, with its length marker.</param>
/// <param name="Size">The number of bytes of its content, or null where it lasts until an element that it cannot contain.</param>
/// <param name="HeaderLength">The number of bytes of identifier and size.</param>
internal readonly record struct EbmlElement(uint Id, long? Size, int HeaderLength)
{
    /// <summary>The largest number of bytes of identifier and size.</summary>
    public const int MaximumHeaderLength = 12;

    private const int MaximumIdLength = 4;

    /// <summary>The element whose header these bytes start with, or null where none does.</summary>
    public static EbmlElement? TryRead(ReadOnlySpan<byte> head)
    {
        int idLength = LengthOf(head);
        if (idLength is 0 or > MaximumIdLength || idLength >= head.Length)
        {
            return null;
        }

        uint id = 0;
        foreach (byte value in head[..idLength])
        {
            id = (id << 8) | value;
        }

        ReadOnlySpan<byte> rest = head[idLength..];
        return TryReadNumber(rest, out long size, out int sizeLength)
            ? new EbmlElement(id, size == Unknown(sizeLength) ? null : size, idLength + sizeLength)
            : null;
    }

    /// <summary>Reads a number with variable length.</summary>
    /// <returns>False where the bytes end too early.</returns>
    public static bool TryReadNumber(ReadOnlySpan<byte> bytes, out long value, out int length)
    {
        length = LengthOf(bytes);
        value = 0;
        if (length == 0 || length > bytes.Length)
        {
            return false;
        }

        value = bytes[0] & (0xFF >> length);
        foreach (byte next in bytes[1..length])
        {
            value = (value << 8) | next;
        }

        return true;
    }

    /// <summary>The number with all bits set, which means an unknown size.</summary>
    private static long Unknown(int length) => (1L << (7 * length)) - 1;

    /// <summary>The length in bytes: one more than the zero bits before the first one bit.</summary>
    private static int LengthOf(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty || bytes[0] == 0 ? 0 : System.Numerics.BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;
}
