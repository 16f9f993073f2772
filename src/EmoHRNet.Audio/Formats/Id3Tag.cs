namespace EmoHRNet.Audio.Formats;

/// <summary>The extent of an ID3v2 tag (id3.org, ID3v2.4 section 3).</summary>
internal static class Id3Tag
{
    public const int HeaderLength = 10;

    /// <summary>The length in bytes of the whole tag that starts here, or null when there is none.</summary>
    public static long? Length(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeaderLength || !head.StartsWith("ID3"u8) || head[3] == 0xFF || head[4] == 0xFF
            || ((head[6] | head[7] | head[8] | head[9]) & 0x80) != 0)
        {
            return null;
        }

        bool hasFooter = (head[5] & 0x10) != 0;
        return HeaderLength + ((head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9]) + (hasFooter ? HeaderLength : 0);
    }
}
