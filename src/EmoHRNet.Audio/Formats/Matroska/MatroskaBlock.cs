namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>Splits a block into its frames (RFC 9559, section 10).</summary>
internal static class MatroskaBlock
{
    private const int TimeAndFlagsLength = 3;
    private const int MaximumLaceCount = 256;

    /// <summary>Finds the frames of a block.</summary>
    /// <param name="block">The content of a Block or SimpleBlock.</param>
    /// <param name="track">The number of the track to read.</param>
    /// <param name="frames">Receives the start and length of each frame.</param>
    /// <returns>False where the block is damaged.</returns>
    public static bool TryFindFrames(ReadOnlySpan<byte> block, long track, List<Range> frames)
    {
        if (!EbmlElement.TryReadNumber(block, out long number, out int position) || block.Length < position + TimeAndFlagsLength)
        {
            return false;
        }

        if (number != track)
        {
            return true;
        }

        int lacing = (block[position + 2] >> 1) & 3;
        position += TimeAndFlagsLength;
        if (lacing == 0)
        {
            frames.Add(position..block.Length);
            return true;
        }

        return TryFindLaced(block, lacing, position, frames);
    }

    private static bool TryFindLaced(ReadOnlySpan<byte> block, int lacing, int position, List<Range> frames)
    {
        if (position >= block.Length)
        {
            return false;
        }

        int count = block[position++] + 1;
        Span<int> lengths = stackalloc int[MaximumLaceCount];
        lengths = lengths[..count];
        bool isSound = lacing switch
        {
            1 => TryReadXiph(block, ref position, lengths),
            2 => TryReadFixed(block.Length - position, lengths),
            _ => TryReadEbml(block, ref position, lengths),
        };
        foreach (int length in lengths)
        {
            if (!isSound || length < 0 || length > block.Length - position)
            {
                return false;
            }

            frames.Add(position..(position + length));
            position += length;
        }

        return true;
    }

    private static bool TryReadXiph(ReadOnlySpan<byte> block, ref int position, Span<int> lengths)
    {
        long sum = 0;
        for (int i = 0; i < lengths.Length - 1; i++)
        {
            if (!XiphLacing.TryRead(block, ref position, out lengths[i]))
            {
                return false;
            }

            sum += lengths[i];
        }

        return TrySetLast(block.Length - position, sum, lengths);
    }

    private static bool TryReadFixed(int available, Span<int> lengths)
    {
        lengths.Fill(available / lengths.Length);
        return available % lengths.Length == 0;
    }

    /// <summary>Reads EBML lacing: the first length is absolute, each further one a difference to the one before.</summary>
    private static bool TryReadEbml(ReadOnlySpan<byte> block, ref int position, Span<int> lengths)
    {
        long previous = 0;
        long sum = 0;
        for (int i = 0; i < lengths.Length - 1; i++)
        {
            if (!EbmlElement.TryReadNumber(block[position..], out long value, out int size))
            {
                return false;
            }

            position += size;
            long length = i == 0 ? value : previous + value - ((1L << ((7 * size) - 1)) - 1);
            if (length < 0 || length > block.Length)
            {
                return false;
            }

            lengths[i] = (int)length;
            (previous, sum) = (length, sum + length);
        }

        return TrySetLast(block.Length - position, sum, lengths);
    }

    private static bool TrySetLast(int available, long sum, Span<int> lengths)
    {
        lengths[^1] = (int)Math.Max(-1, available - sum);
        return lengths[^1] >= 0;
    }
}
