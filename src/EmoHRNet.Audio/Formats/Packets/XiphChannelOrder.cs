namespace EmoHRNet.Audio.Formats.Packets;

/// <summary>Reorders the channels of Vorbis and Opus (Vorbis I specification, 4.3.9) to the order of WAV files.</summary>
internal static class XiphChannelOrder
{
    private const int MaximumChannelCount = 8;

    /// <summary>For each number of channels, the source of each channel.</summary>
    private static readonly int[][] Sources =
    [
        [], [0], [0, 1], [0, 2, 1], [0, 1, 2, 3], [0, 2, 1, 3, 4], [0, 2, 1, 5, 3, 4], [0, 2, 1, 6, 5, 3, 4], [0, 2, 1, 7, 5, 6, 3, 4],
    ];

    /// <summary>Reorders interleaved samples in place.</summary>
    public static void ToWav(Span<float> interleaved, int channelCount)
    {
        if (channelCount is < 3 or 4 or > MaximumChannelCount)
        {
            return;
        }

        Span<float> frame = stackalloc float[MaximumChannelCount];
        int[] sources = Sources[channelCount];
        for (int start = 0; start < interleaved.Length; start += channelCount)
        {
            Span<float> samples = interleaved.Slice(start, channelCount);
            samples.CopyTo(frame);
            for (int c = 0; c < channelCount; c++)
            {
                samples[c] = frame[sources[c]];
            }
        }
    }
}
