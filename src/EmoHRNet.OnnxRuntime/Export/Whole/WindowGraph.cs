using EmoHRNet.Inference;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>
/// Writes <see cref="ClipWindows"/>: a short clip is centered in one window, a longer one is covered by evenly spaced ones.
/// </summary>
internal sealed class WindowGraph(SignalWriter signal, int windowFrames)
{
    /// <param name="frames">The frames of the clips.</param>
    /// <param name="channels">The number of channels in a frame.</param>
    /// <param name="bands">The number of bands per channel.</param>
    public Windows Write(Frames frames, int channels, int bands)
    {
        string uncovered = signal.Subtract(frames.Counts, signal.Whole(windowFrames));
        string positive = signal.Maximum(uncovered, signal.Whole(0));
        string counts = Counts(positive);
        string numbers = signal.Range(signal.Whole(0), signal.Largest(counts));
        string starts = signal.Subtract(Spaced(numbers, positive, counts), Before(uncovered));

        string pairs = signal.PlacesOf(signal.IsLess(numbers, counts));
        string clips = signal.Drop(signal.Slice(pairs, 0, 1), 1);
        string first = signal.PickPairs(starts, pairs);
        string values = Cut(frames, clips, first);
        string split = signal.Reshape(values, -1, windowFrames, channels, bands);
        return new Windows(signal.Transpose(split, 0, 2, 3, 1), clips, counts);
    }

    private string Counts(string uncovered)
    {
        int hop = Math.Max(1, windowFrames / 2);
        return signal.Add(signal.Whole(1), signal.Divide(signal.Add(uncovered, signal.Whole(hop - 1)), signal.Whole(hop)));
    }

    // The first window at the clip's start, the last at its end.
    private string Spaced(string numbers, string uncovered, string counts)
    {
        string gaps = signal.Maximum(signal.Whole(1), signal.Subtract(counts, signal.Whole(1)));
        return signal.Divide(signal.Multiply(numbers, uncovered), gaps);
    }

    /// <summary>The zeros before a clip that is shorter than a window.</summary>
    private string Before(string uncovered)
    {
        string missing = signal.Maximum(signal.Subtract(signal.Whole(0), uncovered), signal.Whole(0));
        return signal.Divide(missing, signal.Whole(2));
    }

    private string Cut(Frames frames, string clips, string first)
    {
        string places = signal.Add(signal.Unsqueeze(first, 1), signal.List([.. Enumerable.Range(0, windowFrames)]));
        string last = signal.Subtract(signal.PickSlices(frames.Counts, clips), signal.Whole(1));
        string nearest = signal.Maximum(signal.Whole(0), signal.Minimum(places, last));
        string rows = signal.Add(signal.Unsqueeze(clips, 1), signal.Multiply(nearest, signal.Whole(0)));
        string pairs = signal.Join([signal.Unsqueeze(rows, -1), signal.Unsqueeze(nearest, -1)], -1);
        string inside = signal.Unsqueeze(signal.ToFloat(signal.AreEqual(places, nearest)), -1);
        return signal.Multiply(signal.PickPairs(frames.Values, pairs), inside);
    }
}
