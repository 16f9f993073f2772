namespace EmoHRNet.Audio.Formats.Vorbis;

/// <summary>Reads a Vorbis packet bit by bit, the least significant first; zeros follow after the end.</summary>
internal ref struct VorbisBits(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private long _position;

    /// <summary>The number of bits left; negative after the end.</summary>
    public readonly long Left => (8L * _bytes.Length) - _position;

    public int Read(int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++, _position++)
        {
            int bit = _position < 8L * _bytes.Length ? (_bytes[(int)(_position >> 3)] >> (int)(_position & 7)) & 1 : 0;
            value |= bit << i;
        }

        return value;
    }

    /// <summary>Whether there were that many bits.</summary>
    public bool Skip(long count)
    {
        _position += count;
        return Left >= 0;
    }
}
