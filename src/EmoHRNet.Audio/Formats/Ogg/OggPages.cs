namespace EmoHRNet.Audio.Formats.Ogg;

/// <summary>Reads pages in sequence.</summary>
internal sealed class OggPages(ByteSource source)
{
    /// <summary>The stray bytes that tools may leave before, between or after pages; more of them are lost audio.</summary>
    private const int MaximumStrayLength = 4096;

    private const int HeadLength = OggPage.HeaderLength + 255;

    public static ReadOnlySpan<byte> Marker => "OggS"u8;

    public string Name => source.Name;

    /// <summary>The number of skipped bytes that belong to no page.</summary>
    public long StrayBytes { get; private set; }

    /// <summary>Reads the next page.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="AudioFormatException">The page is damaged or cut off.</exception>
    public bool TryRead(OggPage page)
    {
        if (!TryAlign())
        {
            return false;
        }

        int length = OggPage.LengthOf(source.Peek(HeadLength)) ?? int.MaxValue;
        if (length == int.MaxValue || source.Peek(length).Length < length)
        {
            throw new AudioFormatException($"{Name}: the Ogg file ends inside a page; it is truncated.");
        }

        ReadOnlySpan<byte> bytes = source.Peek(length);
        if (bytes[4] != 0 || !OggChecksum.Fits(bytes))
        {
            throw new AudioFormatException($"{Name}: the checksum of an Ogg page does not match its content; the file is damaged.");
        }

        bytes.CopyTo(page.Bytes);
        source.Skip(length);
        return true;
    }

    private bool TryAlign()
    {
        int stretch = 0;
        while (!source.Peek(Marker.Length).SequenceEqual(Marker))
        {
            ReadOnlySpan<byte> window = source.Peek(MaximumStrayLength);
            if (window.IsEmpty)
            {
                return false;
            }

            int next = window.IndexOf(Marker);
            int passed = next >= 0 ? next : Math.Max(1, window.Length - Marker.Length + 1);
            stretch += passed;
            StrayBytes += passed;
            source.Skip(passed);
            if (stretch > MaximumStrayLength)
            {
                throw new AudioFormatException($"{Name}: more than {MaximumStrayLength} bytes in a row are not Ogg; the file is damaged.");
            }
        }

        return true;
    }
}
