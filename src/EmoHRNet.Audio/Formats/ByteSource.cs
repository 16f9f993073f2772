using System.Buffers;

namespace EmoHRNet.Audio.Formats;

/// <summary>
/// Reads a stream forwards, seekable or not, with look-ahead and a way back to the start: bytes read from a stream that cannot seek are
/// kept until its format is known.
/// </summary>
internal sealed class ByteSource : IDisposable
{
    private const int ReadAheadLength = 16 * 1024;
    private const int SkipLength = 16 * 1024;
    private const int MaximumKept = 1024 * 1024;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly int _readAhead;
    private readonly long _offset;
    private byte[] _kept = [];
    private long _keptStart;
    private int _keptLength;
    private bool _keeping;

    /// <summary>Wraps a stream at its present position.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">Its name in messages: a path or a description.</param>
    /// <param name="leaveOpen">Whether disposing leaves the stream open.</param>
    /// <param name="readAhead">The number of bytes that <see cref="Peek"/> fetches at once, if the stream has them.</param>
    public ByteSource(Stream stream, string name, bool leaveOpen, int readAhead = 0)
    {
        (_stream, Name, _leaveOpen, _readAhead) = (stream, name, leaveOpen, readAhead);
        _offset = stream.CanSeek ? stream.Position : 0;
        _keeping = !stream.CanSeek;
    }

    /// <summary>The bytes as a stream for decoders that read forwards in large blocks.</summary>
    public static ByteSource For(AudioContent content)
    {
        ByteSource source = new(content.Stream, content.Name, leaveOpen: true, ReadAheadLength);
        source.StopKeeping();
        return source;
    }

    /// <summary>The name of the audio in messages.</summary>
    public string Name { get; }

    /// <summary>Whether the stream can return to any earlier position.</summary>
    public bool CanSeek => _stream.CanSeek;

    /// <summary>The number of bytes left, or null when it is unknown.</summary>
    public long? Remaining => _stream.CanSeek ? Math.Max(0, _stream.Length - _offset - Position) : null;

    /// <summary>The number of bytes read or skipped so far.</summary>
    public long Position { get; private set; }

    /// <summary>Where the audio starts: 0, or after a skipped tag.</summary>
    public long Start { get; private set; }

    private int KeptAhead => (int)Math.Max(0, _keptStart + _keptLength - Position);

    /// <summary>Fills the buffer, unless the stream ends before.</summary>
    /// <returns>The number of bytes read; fewer than requested only at the end.</returns>
    public int Read(Span<byte> buffer)
    {
        int kept = TakeKept(buffer);
        int read = _stream.ReadAtLeast(buffer[kept..], buffer.Length - kept, throwOnEndOfStream: false);
        Keep(buffer.Slice(kept, read));
        Position += read;
        return kept + read;
    }

    /// <inheritdoc cref="Read"/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int kept = TakeKept(buffer.Span);
        int read = await _stream
            .ReadAtLeastAsync(buffer[kept..], buffer.Length - kept, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        Keep(buffer.Span.Slice(kept, read));
        Position += read;
        return kept + read;
    }

    /// <summary>Reads what one read of the stream returns, at least one byte unless it has ended.</summary>
    public int ReadSome(Span<byte> buffer)
    {
        int read = TakeKept(buffer);
        if (read == 0)
        {
            read = _stream.Read(buffer);
            Keep(buffer[..read]);
            Position += read;
        }

        return read;
    }

    /// <summary>The next bytes, without moving; fewer than requested only at the end. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        int missing = count - KeptAhead;
        if (missing > 0)
        {
            int wanted = Math.Max(missing, _readAhead);
            Reserve(wanted);
            _keptLength += _stream.ReadAtLeast(_kept.AsSpan(_keptLength, wanted), missing, throwOnEndOfStream: false);
        }

        return _kept.AsSpan((int)(Position - _keptStart), Math.Min(count, KeptAhead));
    }

    /// <summary>Moves forwards; stops at the end of the stream.</summary>
    public void Skip(long count)
    {
        if (!_stream.CanSeek)
        {
            ReadAway(count);
        }
        else if (count > 0)
        {
            MoveTo(Position + Math.Min(count, Remaining!.Value));
        }
    }

    /// <summary>Moves to a position of a stream that can seek.</summary>
    public void MoveTo(long position)
    {
        _stream.Seek(_offset + position, SeekOrigin.Begin);
        Position = position;
        (_keptStart, _keptLength) = (position, 0);
    }

    /// <summary>Moves back to the start, for another decoder.</summary>
    /// <exception cref="AudioFormatException">The stream cannot seek, and too many bytes were read from it.</exception>
    public void Rewind(string found)
    {
        if (CanSeek)
        {
            MoveTo(Start);
        }
        else if (_keeping)
        {
            Position = Start;
        }
        else
        {
            throw new AudioFormatException(
                AudioFormatErrorKind.MissingDecoder, $"{Name} is {found}, which requires a stream that can seek; read it from a file or bytes.");
        }
    }

    /// <summary>Makes the current position the start.</summary>
    public void StartHere()
    {
        Start = Position;
        _keeping = false;
        Reserve(0);
        _keeping = !CanSeek;
    }

    /// <summary>Stops keeping bytes: the decoder is known.</summary>
    public void StopKeeping() => _keeping = false;

    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private int TakeKept(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, KeptAhead);
        _kept.AsSpan((int)(count == 0 ? 0 : Position - _keptStart), count).CopyTo(buffer);
        Position += count;
        return count;
    }

    private void Keep(ReadOnlySpan<byte> read)
    {
        if (_keeping && _keptLength + read.Length <= MaximumKept)
        {
            Reserve(read.Length);
            read.CopyTo(_kept.AsSpan(_keptLength));
            _keptLength += read.Length;
        }
        else if (!read.IsEmpty)
        {
            (_keeping, _keptLength) = (false, 0);
        }
    }

    /// <summary>Makes room after the kept bytes, and drops bytes before the position where nothing has to be kept.</summary>
    private void Reserve(int count)
    {
        if (!_keeping)
        {
            int ahead = KeptAhead;
            _kept.AsSpan((int)(ahead == 0 ? 0 : Position - _keptStart), ahead).CopyTo(_kept);
            (_keptStart, _keptLength) = (Position, ahead);
        }

        if (_keptLength + count > _kept.Length)
        {
            Array.Resize(ref _kept, Math.Max(_keptLength + count, Math.Min(2 * _kept.Length, MaximumKept)));
        }
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
