namespace EmoHRNet.Audio.Formats;

/// <summary>
/// Detects the layout of 24-bit samples in 4 bytes: Microsoft uses the upper three bytes, ALSA (arecord -f S24_LE) the lower three, with
/// the same header.
/// </summary>
internal static class Wide24
{
    /// <summary>About a second, because silence at the start shows nothing.</summary>
    private const int ProbeLength = 256 * 1024;

    /// <summary>The layout that the first samples show, and a note about it.</summary>
    public static (RawAudioFormat Layout, string Note) Decide(ByteSource source, RawAudioFormat stated) =>
        IsLower(source.Peek(ProbeLength), stated.BigEndian)
            ? (stated with { Encoding = SampleEncoding.Pcm24In32 }, "Samples of 24 bits in 4 bytes were taken from the lower three, as ALSA writes them.")
            : (stated with { Encoding = SampleEncoding.Pcm32 }, "Samples of 24 bits in 4 bytes were taken from the upper three.");

    /// <summary>
    /// In the lower three bytes, the highest byte repeats the sign, and the others are used. In the upper three, the lowest byte is zero;
    /// where the one above it is zero, too, the samples have 16 bits.
    /// </summary>
    private static bool IsLower(ReadOnlySpan<byte> probe, bool bigEndian)
    {
        byte lowest = 0;
        byte second = 0;
        for (int i = 0; i + 4 <= probe.Length; i += 4)
        {
            (byte b0, byte b1, byte b2, byte b3) = bigEndian
                ? (probe[i + 3], probe[i + 2], probe[i + 1], probe[i])
                : (probe[i], probe[i + 1], probe[i + 2], probe[i + 3]);
            if (b3 != (b2 >= 0x80 ? 0xFF : 0))
            {
                return false;
            }

            lowest |= b0;
            second |= b1;
        }

        return lowest != 0 || second != 0;
    }
}
