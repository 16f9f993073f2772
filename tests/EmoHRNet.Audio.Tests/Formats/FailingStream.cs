namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>A stream whose disk fails.</summary>
internal sealed class FailingStream(byte[] content, int failAt) : Stream
{
    public const string Message = "The disk failed.";

    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int start = _position;
        Advance(count);
        content.AsSpan(start, count).CopyTo(buffer.AsSpan(offset));
        return count;
    }

    public override void Write(byte[] buffer, int offset, int count) => Advance(count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Advance(int count)
    {
        _position += count;
        if (_position > failAt)
        {
            throw new IOException(Message);
        }
    }
}
