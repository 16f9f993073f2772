namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>Removes the encoder's delay before and padding after the recording.</summary>
/// <param name="skip">The number of samples before the recording.</param>
/// <param name="discardStart">The first sample after the recording.</param>
/// <param name="discardEnd">The end of what the encoder wrote: audio appended later is kept.</param>
internal sealed class Mp3Trim(long skip, long discardStart, long discardEnd)
{
    private long _position;

    /// <summary>Computes the trim from the encoder's header.</summary>
    /// <param name="xing">The header in the first frame, or null.</param>
    /// <param name="samplesPerFrame">The number of samples of each channel in a frame.</param>
    /// <param name="decoderDelay">The delay of decoders in samples.</param>
    public static Mp3Trim Of(XingHeader? xing, int samplesPerFrame, int decoderDelay)
    {
        if (xing?.Delay is not { } delay)
        {
            return new Mp3Trim(0, long.MaxValue, long.MaxValue);
        }

        long end = xing.FrameCount is { } count ? (long)count * samplesPerFrame : long.MaxValue;
        long padding = Math.Max(0, xing.Padding - decoderDelay);
        return new Mp3Trim(delay + decoderDelay, end == long.MaxValue ? end : end - padding, end);
    }

    /// <summary>The part of the next samples that belongs to the recording.</summary>
    public (int Start, int Stop) Next(int count)
    {
        long first = _position;
        _position += count;
        int start = (int)Math.Clamp(skip - first, 0, count);
        bool reachesPadding = _position > discardStart && first < discardEnd;
        int stop = reachesPadding ? (int)Math.Clamp(discardStart - first, 0, count) : count;
        return (Math.Min(start, stop), stop);
    }
}
