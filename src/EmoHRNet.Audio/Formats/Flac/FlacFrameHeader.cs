namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>The header of a frame (RFC 9639, section 9.1).</summary>
/// <param name="BlockLength">The samples of each channel.</param>
/// <param name="SampleRate">Samples per second of each channel.</param>
/// <param name="ChannelCount">The number of channels.</param>
/// <param name="Stereo">How two channels were combined.</param>
/// <param name="Bits">The bits of a sample.</param>
internal readonly record struct FlacFrameHeader(int BlockLength, int SampleRate, int ChannelCount, FlacStereo Stereo, int Bits)
{
    private static readonly int[] Rates = [0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000];
    private static readonly int[] BitDepths = [0, 8, 12, -1, 16, 20, 24, 32];

    /// <summary>Whether a frame may start with these bytes.</summary>
    public static bool IsSync(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && bytes[0] == 0xFF && (bytes[1] & 0xFE) == 0xF8;

    /// <summary>Reads the header of the frame that <paramref name="bits"/> stands at.</summary>
    /// <returns>The header, or null where it is damaged.</returns>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    public static FlacFrameHeader? TryRead(FlacBits bits, FlacStreamInfo info)
    {
        bits.Read(16);
        int blockCode = (int)bits.Read(4);
        int rateCode = (int)bits.Read(4);
        int channelCode = (int)bits.Read(4);
        int depth = BitDepths[(int)bits.Read(3)];
        bool reserved = bits.Read(1) != 0;
        bool hasNumber = TrySkipNumber(bits);
        int blockLength = BlockLengthOf(blockCode, bits);
        int rate = RateOf(rateCode, bits, info.SampleRate);
        byte expected = FlacChecksum.Crc8(bits.Frame);
        bool isValid = bits.Read(8) == expected && hasNumber && !reserved && blockLength > 0 && rate > 0 && depth >= 0 && channelCode <= 10;
        return isValid
            ? new FlacFrameHeader(
                blockLength,
                rate,
                channelCode < 8 ? channelCode + 1 : 2,
                channelCode < 8 ? FlacStereo.Independent : (FlacStereo)(channelCode - 7),
                depth == 0 ? info.Bits : depth)
            : null;
    }

    /// <summary>The number of the frame or of its first sample, coded like a UTF-8 character.</summary>
    private static bool TrySkipNumber(FlacBits bits)
    {
        int first = (int)bits.Read(8);
        int following = first switch
        {
            < 0x80 => 0,
            < 0xC0 or 0xFF => -1,
            < 0xE0 => 1,
            < 0xF0 => 2,
            < 0xF8 => 3,
            < 0xFC => 4,
            < 0xFE => 5,
            _ => 6,
        };
        for (int i = 0; i < following; i++)
        {
            bits.Read(8);
        }

        return following >= 0;
    }

    private static int BlockLengthOf(int code, FlacBits bits) => code switch
    {
        0 => 0,
        1 => 192,
        <= 5 => 576 << (code - 2),
        6 => (int)bits.Read(8) + 1,
        7 => (int)bits.Read(16) + 1,
        _ => 256 << (code - 8),
    };

    private static int RateOf(int code, FlacBits bits, int stated) => code switch
    {
        0 => stated,
        < 12 => Rates[code],
        12 => (int)bits.Read(8) * 1000,
        13 => (int)bits.Read(16),
        14 => (int)bits.Read(16) * 10,
        _ => 0,
    };
}
