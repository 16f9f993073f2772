namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>An EBML element inside another one.</summary>
internal readonly ref struct EbmlChild(uint id, ReadOnlySpan<byte> content)
{
    public uint Id { get; } = id;

    public ReadOnlySpan<byte> Content { get; } = content;

    /// <summary>The content as an unsigned number.</summary>
    public long Unsigned
    {
        get
        {
            long value = 0;
            foreach (byte next in Content)
            {
                value = (value << 8) | next;
            }

            return value;
        }
    }

    /// <summary>The content as a two's complement number.</summary>
    public long Signed
    {
        get
        {
            int unused = 64 - (8 * Math.Min(Content.Length, sizeof(long)));
            return unused == 64 ? 0 : Unsigned << unused >> unused;
        }
    }
}
