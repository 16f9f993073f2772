using System.Numerics;

namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>Reads a FLAC stream bit by bit, the most significant first, and keeps the bytes of the current frame for its checksums.</summary>
internal sealed class FlacBits(ByteSource source)
{
    private const int BufferLength = 16 * 1024;

    private byte[] _buffer = new byte[BufferLength];
    private int _frameStart;
    private int _position;
    private int _length;
    private ulong _cache;
    private int _cacheCount;

    /// <summary>The bytes of the current frame read so far; the position must be at a whole byte.</summary>
    public ReadOnlySpan<byte> Frame => _buffer.AsSpan(_frameStart, _position - (_cacheCount / 8) - _frameStart);

    /// <summary>Drops the bytes before the position, which must be at a whole byte.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool TryStartFrame()
    {
        _position -= _cacheCount / 8;
        (_cache, _cacheCount, _frameStart) = (0, 0, _position);
        return _position < _length || Refill();
    }

    /// <summary>The next bytes without moving; at a whole byte, after <see cref="TryStartFrame"/>.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_length - _position < count && Refill())
        {
        }

        return _buffer.AsSpan(_position, Math.Min(count, _length - _position));
    }

    /// <summary>Reads up to 56 bits.</summary>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    public ulong Read(int count)
    {
        while (_cacheCount < count)
        {
            LoadByte();
        }

        _cacheCount -= count;
        return (_cache >> _cacheCount) & ((1UL << count) - 1);
    }

    /// <summary>Reads a two's complement number of up to 56 bits.</summary>
    /// <inheritdoc cref="Read"/>
    public long ReadSigned(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        int unused = 64 - count;
        return (long)(Read(count) << unused) >> unused;
    }

    /// <summary>Counts the zero bits up to the next one bit, which is consumed.</summary>
    /// <inheritdoc cref="Read"/>
    public int ReadUnary()
    {
        int zeros = 0;
        while (true)
        {
            ulong left = _cache & ((1UL << _cacheCount) - 1);
            if (left != 0)
            {
                int leading = _cacheCount - 1 - BitOperations.Log2(left);
                _cacheCount -= leading + 1;
                return zeros + leading;
            }

            zeros += _cacheCount;
            _cacheCount = 0;
            LoadByte();
        }
    }

    /// <summary>Moves to the next whole byte.</summary>
    public void Align() => _cacheCount -= _cacheCount % 8;

    private void LoadByte()
    {
        if (_position == _length && !Refill())
        {
            throw new EndOfStreamException();
        }

        _cache = (_cache << 8) | _buffer[_position++];
        _cacheCount += 8;
    }

    private bool Refill()
    {
        if (_frameStart > 0)
        {
            _buffer.AsSpan(_frameStart, _length - _frameStart).CopyTo(_buffer);
            _position -= _frameStart;
            _length -= _frameStart;
            _frameStart = 0;
        }

        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int read = source.ReadSome(_buffer.AsSpan(_length));
        _length += read;
        return read > 0;
    }
}
