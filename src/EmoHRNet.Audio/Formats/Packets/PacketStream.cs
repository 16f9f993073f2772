namespace EmoHRNet.Audio.Formats.Packets;

/// <summary>Joins packets to one stream of bytes, for codecs that find their frames themselves.</summary>
/// <param name="first">The bytes before the packets.</param>
/// <param name="packets">The packets.</param>
internal sealed class PacketStream(ReadOnlyMemory<byte> first, IPacketSource packets) : Stream
{
    private ReadOnlyMemory<byte> _rest = first;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_rest.IsEmpty)
        {
            if (!packets.TryRead(out MediaPacket packet))
            {
                return 0;
            }

            _rest = packet.Data;
        }

        int count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
