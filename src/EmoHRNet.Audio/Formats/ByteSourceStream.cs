namespace EmoHRNet.Audio.Formats;

/// <summary>A <see cref="ByteSource"/> as the stream that decoders read.</summary>
internal sealed class ByteSourceStream(ByteSource source) : Stream
{
    private readonly long _start = source.Position;

    public override bool CanRead => true;

    public override bool CanSeek => source.CanSeek;

    public override bool CanWrite => false;

    public override long Length => source.Remaining is { } remaining
        ? source.Position + remaining - _start
        : throw new NotSupportedException("The length of this stream is not known.");

    public override long Position
    {
        get => source.Position - _start;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer) => source.ReadSome(buffer);

    public override int Read(byte[] buffer, int offset, int count) => source.ReadSome(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        if (!CanSeek)
        {
            throw new NotSupportedException("This stream cannot seek.");
        }

        long target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            SeekOrigin.End => Length,
            _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Not an origin."),
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        source.MoveTo(_start + target);
        return target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
