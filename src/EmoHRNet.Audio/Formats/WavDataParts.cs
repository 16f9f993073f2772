namespace EmoHRNet.Audio.Formats;

/// <summary>
/// Samples that lie in several 'data' chunks: recorders begin a new one after a pause. Players differ (sox plays the first, ffmpeg from a pipe
/// all of them); here they are read one after the other, and a note says so.
/// </summary>
/// <param name="FirstLength">The bytes of the first chunk.</param>
/// <param name="End">Where the file ends by its own first bytes; what lies behind it belongs to somebody else.</param>
/// <param name="BigEndian">How sizes are written.</param>
internal sealed record WavDataParts(long FirstLength, long End, bool BigEndian)
{
    private const int ChunkHeaderLength = 8;

    /// <summary>What is said of a file with more than one part.</summary>
    public const string Note = "The samples lie in more than one 'data' chunk, as recorders write them that were paused; they were read one after the other.";

    /// <summary>Whether the file says that there is more behind the first chunk.</summary>
    public bool MayGoOn(long dataStart) => dataStart + FirstLength + ChunkHeaderLength <= End;

    /// <summary>Moves from the end of one part to the start of the next.</summary>
    /// <param name="source">The file, behind the last byte of a part.</param>
    /// <param name="length">The bytes of that part.</param>
    /// <returns>The bytes of the next part; null where there is none.</returns>
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

    /// <summary>Looks through a file that can seek, and comes back.</summary>
    /// <param name="source">The file, at the first sample.</param>
    /// <returns>The bytes of all parts, and of what lies between them; null where there is one part.</returns>
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
