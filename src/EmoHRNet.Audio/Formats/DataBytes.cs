namespace EmoHRNet.Audio.Formats;

/// <summary>Reads the bytes of samples, and skips what lies between several parts.</summary>
/// <param name="source">The file, at the first sample.</param>
/// <param name="header">Its header.</param>
internal sealed class DataBytes(ByteSource source, AudioHeader header)
{
    private long _part = header.Parts?.FirstLength ?? long.MaxValue;
    private long _left = header.Parts?.FirstLength ?? long.MaxValue;

    /// <summary>The number of bytes that the parts found so far declare; null where there is one part.</summary>
    public long? Promised { get; private set; } = header.Parts?.FirstLength;

    /// <summary>Whether the file ended with the end of a part, so that nothing is missing.</summary>
    public bool IsComplete => header.Parts is not null && _left == 0;

    /// <summary>Whether a second part was found while reading.</summary>
    public bool HasSeveral => Promised > header.Parts?.FirstLength;

    /// <summary>Fills the buffer, unless the samples end before.</summary>
    public int Read(Span<byte> buffer)
    {
        int done = 0;
        while (done < buffer.Length && Reachable(buffer.Length - done) is > 0 and int wanted)
        {
            int read = source.Read(buffer.Slice(done, wanted));
            done += read;
            _left -= read;
            if (read < wanted)
            {
                break;
            }
        }

        return done;
    }

    /// <inheritdoc cref="Read"/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int done = 0;
        while (done < buffer.Length && Reachable(buffer.Length - done) is > 0 and int wanted)
        {
            int read = await source.ReadAsync(buffer.Slice(done, wanted), cancellationToken).ConfigureAwait(false);
            done += read;
            _left -= read;
            if (read < wanted)
            {
                break;
            }
        }

        return done;
    }

    private int Reachable(int wanted)
    {
        while (_left == 0 && header.Parts!.Next(source, _part) is { } next)
        {
            (_part, _left) = (next, next);
            Promised += next;
        }

        return (int)Math.Min(wanted, _left);
    }
}
