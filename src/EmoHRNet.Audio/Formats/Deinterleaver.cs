namespace EmoHRNet.Audio.Formats;

/// <summary>Splits interleaved samples into channels.</summary>
internal static class Deinterleaver
{
    /// <summary>Writes the samples of each channel to its array from an offset.</summary>
    public static void Split(ReadOnlySpan<float> interleaved, float[][] channels, int offset)
    {
        int count = interleaved.Length / channels.Length;
        for (int c = 0; c < channels.Length; c++)
        {
            Span<float> channel = channels[c].AsSpan(offset, count);
            for (int i = 0, j = c; i < channel.Length; i++, j += channels.Length)
            {
                channel[i] = interleaved[j];
            }
        }
    }
}
