namespace EmoHRNet.Audio.Formats;

/// <summary>
/// Samples in several 'data' chunks: recorders begin a new one after a pause. Players differ (SoX plays the first one, ffmpeg from a pipe
/// all of them); this reader reads all of them in order and adds a note.
/// </summary>
/// <param name="FirstLength">The number of bytes of the first chunk.</param>
/// <param name="End">Where the file ends according to its first bytes; what follows does not belong to it.</param>
/// <param name="BigEndian">Whether sizes are big-endian.</param>
internal sealed record WavDataParts(long FirstLength, long End, bool BigEndian)
{
    private const int ChunkHeaderLength = 8;

    /// <summary>The note about a file with more than one part.</summary>
    public const string Note = "The samples are in more than one 'data' chunk, as written by recorders that were paused; they were read in order.";

    /// <summary>Whether, by its stated size, the file continues after the first chunk.</summary>
    public bool MayGoOn(long dataStart) => dataStart + FirstLength + ChunkHeaderLength <= End;

    /// <summary>Moves from the end of one part to the start of the next.</summary>
    /// <param name="source">The file, after the last byte of a part.</param>
    /// <param name="length">The number of bytes of that part.</param>
    /// <returns>The number of bytes of the next part; null where there is none.</returns>
    public long? Next(ByteSource source, long length)
    {
        Span<byte> header = stackalloc byte[ChunkHeaderLength];
        WavHeader.SkipPadding(source, source.Position, length);
        while (source.Position + ChunkHeaderLength <= End && source.Read(header) == header.Length)
        {
            uint size = WavHeader.UInt32(header[4..], BigEndian);
            if (header.StartsWith("data"u8))
            {
                return size;
            }

            WavHeader.SkipToNextChunk(source, source.Position + size, size);
        }

        return null;
    }

    /// <summary>Searches a file that can seek for parts, and returns to the first sample.</summary>
    /// <param name="source">The file, at the first sample.</param>
    /// <returns>The number of bytes of all parts, and of what lies between them; null where there is one part.</returns>
    public (long Length, long Gaps)? Measure(ByteSource source)
    {
        long start = source.Position;
        long length = FirstLength;
        long gaps = 0;
        source.Skip(FirstLength);
        for (long last = FirstLength, end = source.Position; Next(source, last) is { } next; last = next, end = source.Position)
        {
            length += next;
            gaps += source.Position - end;
            source.Skip(next);
        }

        source.MoveTo(start);
        return gaps == 0 ? null : (length, gaps);
    }
}
