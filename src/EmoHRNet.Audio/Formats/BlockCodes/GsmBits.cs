namespace EmoHRNet.Audio.Formats.BlockCodes;

/// <summary>Reads the parameters of a GSM frame from a block, the least significant bit first.</summary>
internal ref struct GsmBits(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position = position;

    public int Take(int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++, _position++)
        {
            value |= ((_bytes[_position >> 3] >> (_position & 7)) & 1) << i;
        }

        return value;
    }
}
