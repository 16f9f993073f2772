namespace EmoHRNet.Audio.Formats;

/// <summary>The output of ffmpeg as a stream that fails where the process failed, and kills it when a read is canceled.</summary>
internal sealed class FfmpegStream(FfmpegProcess process) : Stream
{
    private readonly Stream _output = process.Output;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => CheckEnd(_output.Read(buffer), buffer.Length);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using CancellationTokenRegistration registration = cancellationToken.Register(process.Kill);
        int read = await _output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return CheckEnd(read, buffer.Length);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            process.Dispose();
        }

        base.Dispose(disposing);
    }

    private int CheckEnd(int read, int wanted)
    {
        if (read == 0 && wanted > 0)
        {
            process.ThrowIfFailed();
        }

        return read;
    }
}
