using NVorbis;

namespace EmoHRNet.Audio.Formats.Vorbis;

/// <summary>A packet as NVorbis reads it.</summary>
internal sealed class VorbisPacket(byte[] bytes) : DataPacket
{
    private int _position;

    protected override int TotalBits => 8 * bytes.Length;

    public override void Reset()
    {
        _position = 0;
        base.Reset();
    }

    protected override int ReadNextByte() => _position < bytes.Length ? bytes[_position++] : -1;
}
