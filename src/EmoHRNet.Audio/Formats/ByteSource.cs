using System.Buffers;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads a stream forwards, seekable or not, with a look ahead at its first bytes and a count of what is left.</summary>
internal sealed class ByteSource : IDisposable
{
    private const int SkipLength = 16 * 1024;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly byte[] _head = new byte[16];
    private readonly int _headLength;
    private int _headPosition;

    /// <summary>Wraps a stream at its present position.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it: a path, or words.</param>
    /// <param name="leaveOpen">Whether disposing leaves the stream open.</param>
    public ByteSource(Stream stream, string name, bool leaveOpen)
    {
        (_stream, Name, _leaveOpen) = (stream, name, leaveOpen);
        _headLength = stream.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
    }

    /// <summary>What messages call the audio.</summary>
    public string Name { get; }

    /// <summary>The first bytes, at most 16, whatever has been read since.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>The bytes left, or null when the stream cannot tell.</summary>
    public long? Remaining =>
        _stream.CanSeek ? Math.Max(0, _stream.Length - _stream.Position) + _headLength - _headPosition : null;

    /// <summary>The bytes read or skipped so far.</summary>
    public long Position { get; private set; }

    /// <summary>Fills the buffer as far as the stream goes.</summary>
    /// <returns>The number of bytes read; less than asked for only at the end.</returns>
    public int Read(Span<byte> buffer)
    {
        int fromHead = TakeHead(buffer);
        int read = fromHead + _stream.ReadAtLeast(buffer[fromHead..], buffer.Length - fromHead, throwOnEndOfStream: false);
        Position += read;
        return read;
    }

    /// <inheritdoc cref="Read"/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int fromHead = TakeHead(buffer.Span);
        int read = fromHead + await _stream
            .ReadAtLeastAsync(buffer[fromHead..], buffer.Length - fromHead, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        Position += read;
        return read;
    }

    /// <summary>Moves forwards; stops at the end of the stream.</summary>
    public void Skip(long count)
    {
        int fromHead = (int)Math.Min(count, _headLength - _headPosition);
        _headPosition += fromHead;
        Position += fromHead;
        count -= fromHead;
        if (!_stream.CanSeek)
        {
            ReadAway(count);
        }
        else if (count > 0)
        {
            count = Math.Min(count, Math.Max(0, _stream.Length - _stream.Position));
            _stream.Seek(count, SeekOrigin.Current);
            Position += count;
        }
    }

    /// <summary>Whether the position can be set back with <see cref="MoveBack"/>.</summary>
    public bool CanMoveBack => _stream.CanSeek;

    /// <summary>Moves back to an earlier position behind the first 16 bytes.</summary>
    public void MoveBack(long position)
    {
        _stream.Seek(position - Position, SeekOrigin.Current);
        Position = position;
    }

    /// <summary>Moves back to the start, for another decoder.</summary>
    /// <exception cref="AudioFormatException">The stream cannot seek.</exception>
    public void Rewind(string found)
    {
        if (!CanMoveBack)
        {
            throw new AudioFormatException($"{Name} is {found}, which takes a stream that can seek; read it from a file or bytes.");
        }

        MoveBack(_headLength);
        (_headPosition, Position) = (0, 0);
    }

    /// <summary>Copies what is left to another stream.</summary>
    public void CopyTo(Stream destination)
    {
        destination.Write(_head.AsSpan(_headPosition, _headLength - _headPosition));
        _headPosition = _headLength;
        _stream.CopyTo(destination);
    }

    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private int TakeHead(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _headLength - _headPosition);
        _head.AsSpan(_headPosition, count).CopyTo(buffer);
        _headPosition += count;
        return count;
    }

    private void ReadAway(long count)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(SkipLength);
        while (count > 0)
        {
            int read = Read(buffer.AsSpan(0, (int)Math.Min(count, SkipLength)));
            if (read == 0)
            {
                break;
            }

            count -= read;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
