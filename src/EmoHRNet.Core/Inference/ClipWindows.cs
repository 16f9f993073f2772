using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>
/// Divides clips of any length into windows of the length the network was trained on. Evaluation and prediction both use it, so that the
/// reported accuracy is the accuracy users get.
/// </summary>
/// <remarks>
/// A clip of at most <see cref="WindowFrames"/> frames is one window, centered, with zeros around it (the mean of a normalized
/// spectrogram). A longer one is covered by evenly spaced windows, the first at its start, the last at its end, at most half a window
/// apart; the clip's probabilities are the mean over its windows. Thread-safe.
/// </remarks>
public sealed class ClipWindows
{
    /// <param name="windowFrames">The number of frames of a window, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of frames is less than 1.</exception>
    public ClipWindows(int windowFrames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windowFrames, 1);
        WindowFrames = windowFrames;
    }

    /// <summary>The number of frames of a window.</summary>
    public int WindowFrames { get; }

    /// <summary>The number of windows of a clip, at least 1.</summary>
    /// <param name="frameCount">The number of frames of the clip, at least 0.</param>
    public int Count(int frameCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frameCount);
        int hop = Math.Max(1, WindowFrames / 2);
        int uncovered = Math.Max(0, frameCount - WindowFrames);
        return 1 + ((uncovered + hop - 1) / hop);
    }

    /// <summary>The frame of the clip at which a window starts; negative where a short clip is centered in its only window.</summary>
    /// <param name="frameCount">The number of frames of the clip, at least 0.</param>
    /// <param name="window">The window, 0 to <see cref="Count"/> - 1.</param>
    public int Start(int frameCount, int window)
    {
        int count = Count(frameCount);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(window, count);
        int uncovered = frameCount - WindowFrames;
        return count == 1 ? uncovered / 2 : (int)((long)window * uncovered / (count - 1));
    }

    /// <summary>Copies one window of a clip.</summary>
    /// <param name="clip">The clip's spectrogram.</param>
    /// <param name="window">The window, 0 to <see cref="Count"/> - 1.</param>
    /// <param name="destination">Receives [channels, bands, <see cref="WindowFrames"/>], row-major.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void CopyTo(Spectrogram clip, int window, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(clip);
        int rows = clip.ChannelCount * clip.BandCount;
        if (destination.Length != rows * WindowFrames)
        {
            throw new ArgumentException(
                $"Found room for {destination.Length} values; [{clip.ChannelCount}, {clip.BandCount}, {WindowFrames}] needs {rows * WindowFrames}.",
                nameof(destination));
        }

        CopyFrames(clip, Start(clip.FrameCount, window), destination, WindowFrames);
    }

    /// <summary>Copies the frames from <paramref name="start"/> on; frames outside the clip are zeros.</summary>
    /// <param name="clip">The clip's spectrogram.</param>
    /// <param name="start">The first frame to copy; may be negative or beyond the end.</param>
    /// <param name="destination">Receives [channels, bands, frames], row-major.</param>
    /// <param name="windowFrames">The number of frames to copy.</param>
    public static void CopyFrames(Spectrogram clip, int start, Span<float> destination, int windowFrames)
    {
        ArgumentNullException.ThrowIfNull(clip);
        int rows = clip.ChannelCount * clip.BandCount;
        int from = Math.Clamp(start, 0, clip.FrameCount);
        int length = Math.Clamp(start + windowFrames - from, 0, clip.FrameCount - from);
        destination.Clear();
        if (length == 0)
        {
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> frames = clip.Values.Slice((row * clip.FrameCount) + from, length);
            frames.CopyTo(destination.Slice((row * windowFrames) + from - start, length));
        }
    }
}
