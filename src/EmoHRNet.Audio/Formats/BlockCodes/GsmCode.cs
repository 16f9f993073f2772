namespace EmoHRNet.Audio.Formats.BlockCodes;

/// <summary>GSM 06.10 full rate as stored in WAV files: two frames of 260 bits in 65 bytes, the least significant bit first.</summary>
internal sealed class GsmCode : IBlockCode
{
    private const int BlockLength = 65;
    private const int BitsPerFrame = 260;

    private readonly GsmSynthesis _synthesis = new();

    public int Decode(ReadOnlySpan<byte> block, Span<short> interleaved)
    {
        if (block.Length < BlockLength)
        {
            return 0;
        }

        _synthesis.DecodeFrame(new GsmBits(block, 0), interleaved[..GsmSynthesis.FrameLength]);
        _synthesis.DecodeFrame(new GsmBits(block, BitsPerFrame), interleaved.Slice(GsmSynthesis.FrameLength, GsmSynthesis.FrameLength));
        return 2 * GsmSynthesis.FrameLength;
    }
}
