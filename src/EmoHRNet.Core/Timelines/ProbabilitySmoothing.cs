using EmoHRNet.Inference;

namespace EmoHRNet.Timelines;

/// <summary>Replaces each window's probabilities by the mean over itself and its neighbors with speech.</summary>
/// <param name="width">The number of windows averaged, odd.</param>
internal sealed class ProbabilitySmoothing(int width)
{
    private readonly List<WindowResult> _held = [];
    private int _next;

    /// <summary>Takes the next window and returns the windows whose smoothing is complete.</summary>
    public IReadOnlyList<WindowResult> Append(WindowResult window)
    {
        _held.Add(window);
        List<WindowResult> ready = [];
        while (_next + (width / 2) < _held.Count)
        {
            ready.Add(Smooth());
        }

        return ready;
    }

    /// <summary>Returns the remaining windows.</summary>
    public IReadOnlyList<WindowResult> Complete()
    {
        List<WindowResult> ready = [];
        while (_next < _held.Count)
        {
            ready.Add(Smooth());
        }

        return ready;
    }

    private WindowResult Smooth()
    {
        WindowResult window = _held[_next];
        int first = Math.Max(0, _next - (width / 2));
        int end = Math.Min(_held.Count, _next + (width / 2) + 1);
        WindowResult smoothed = window.IsSpeech ? window with { Probabilities = Mean(_held[first..end].Where(w => w.IsSpeech)) } : window;
        _next++;
        int needless = Math.Max(0, _next - (width / 2));
        _held.RemoveRange(0, needless);
        _next -= needless;
        return smoothed;
    }

    private static float[] Mean(IEnumerable<WindowResult> windows) => ProbabilityMean.Of([.. windows.Select(w => w.Probabilities)]);
}
