using System.Buffers;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads and decodes the samples after a header, and detects whether they ended too early.</summary>
internal sealed class SampleReader : ISampleSource
{
    private const int BufferLength = 64 * 1024;

    private readonly ByteSource _source;
    private readonly DataBytes _data;
    private readonly bool _allowTruncated;
    private readonly int _frameLength;
    private readonly int _framesPerRead;
    private readonly float[] _interleaved;
    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
    private long? _bytesLeft;
    private long _bytesRead;
    private bool _ended;
    private string? _truncation;

    /// <summary>Starts at the source's current position.</summary>
    /// <exception cref="AudioFormatException">The header declares more than the source has, and truncation is not allowed.</exception>
    public SampleReader(ByteSource source, AudioHeader header, bool allowTruncated)
    {
        (_source, Header, _allowTruncated) = (source, header, allowTruncated);
        _data = new DataBytes(source, header);
        _frameLength = header.Format.FrameLength;
        _framesPerRead = BufferLength / _frameLength;
        _interleaved = header.Format.ChannelCount == 1 ? [] : ArrayPool<float>.Shared.Rent(_framesPerRead * header.Format.ChannelCount);
        _bytesLeft = AvailableBytes();
        SampleCount = source.Remaining is null ? null : _bytesLeft / _frameLength;
    }

    public AudioHeader Header { get; }

    public string Container => Header.Container;

    public RawAudioFormat Format => Header.Format;

    public long? SampleCount { get; }

    public IReadOnlyList<string> Notes =>
        [.. Header.Notes, .. _data.HasSeveral && !_source.CanSeek ? (string[])[WavDataParts.Note] : [], .. _truncation is null ? [] : (string[])[_truncation]];

    public float[][] Allocate(int sampleCount)
    {
        int length = (int)Math.Min(sampleCount, SampleCount is null ? sampleCount : Math.Max(1, _bytesLeft!.Value / _frameLength));
        float[][] channels = new float[Header.Format.ChannelCount][];
        for (int c = 0; c < channels.Length; c++)
        {
            channels[c] = GC.AllocateUninitializedArray<float>(length);
        }

        return channels;
    }

    public int Read(float[][] channels, int offset, int count)
    {
        int done = 0;
        while (done < count && NextRead(count - done) is > 0 and int wanted)
        {
            int read = _data.Read(Buffer.AsSpan(0, wanted));
            done += Decode(read, wanted, channels, offset + done);
        }

        return done;
    }

    public async ValueTask<int> ReadAsync(float[][] channels, int count, CancellationToken cancellationToken)
    {
        int done = 0;
        while (done < count && NextRead(count - done) is > 0 and int wanted)
        {
            int read = await _data.ReadAsync(Buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
            done += Decode(read, wanted, channels, done);
        }

        return done;
    }

    public void Dispose()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            ArrayPool<float>.Shared.Return(_interleaved);
            _buffer = null;
        }

        _source.Dispose();
    }

    private byte[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(AudioReader));

    private long? AvailableBytes()
    {
        if (_source.Remaining - Header.GapLength is not { } remaining)
        {
            return Header.Parts is null ? Header.DataLength : null;
        }

        if (Header.DataLength > remaining)
        {
            _truncation = Truncation.Judge(_source.Name, Header, remaining, _allowTruncated);
        }

        return Math.Min(Header.DataLength ?? remaining, remaining);
    }

    private int NextRead(int frames)
    {
        long wanted = Math.Min(frames, _framesPerRead) * (long)_frameLength;
        wanted = Math.Min(wanted, _bytesLeft ?? wanted);
        return _ended ? 0 : (int)(wanted - (wanted % _frameLength));
    }

    /// <summary>The note about an end that came too early, if it did.</summary>
    private string? Truncated() =>
        _data.IsComplete ? _truncation
        : _data.Promised is { } parts && !_source.CanSeek ? Truncation.Judge(_source.Name, Header with { DataLength = parts }, _bytesRead, _allowTruncated)
        : _bytesLeft is { } missing && Header.DataLength is { } promised ? Truncation.Judge(_source.Name, Header, promised - missing, _allowTruncated)
        : _truncation;

    private int Decode(int read, int wanted, float[][] channels, int offset)
    {
        _bytesLeft -= read;
        _bytesRead += read;
        if (read < wanted)
        {
            _ended = true;
            _truncation = Truncated();
        }

        int frames = read / _frameLength;
        Span<byte> bytes = Buffer.AsSpan(0, frames * _frameLength);
        RawAudioFormat format = Header.Format;
        if (format.ChannelCount == 1)
        {
            SampleDecoder.Decode(bytes, format.Encoding, format.BigEndian, channels[0].AsSpan(offset, frames));
        }
        else
        {
            Span<float> interleaved = _interleaved.AsSpan(0, frames * format.ChannelCount);
            SampleDecoder.Decode(bytes, format.Encoding, format.BigEndian, interleaved);
            Deinterleaver.Split(interleaved, channels, offset);
        }

        return frames;
    }
}
