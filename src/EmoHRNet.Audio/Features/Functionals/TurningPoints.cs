namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>The turning points of a contour: its ends, and alternating maxima and minima that differ by at least a tenth of its range.</summary>
internal sealed class TurningPoints
{
    private const double LeastChange = 0.1;

    private readonly List<float> _rising = [];
    private readonly List<float> _falling = [];

    private TurningPoints()
    {
    }

    /// <summary>The slopes of the rising parts, per frame; above 0.</summary>
    public IReadOnlyList<float> Rising => _rising;

    /// <summary>The absolute slopes of the falling parts, per frame; above 0.</summary>
    public IReadOnlyList<float> Falling => _falling;

    /// <summary>The number of maxima that are not at an end.</summary>
    public int PeakCount { get; private set; }

    /// <summary>Finds the turning points. A gap ends one part of the contour and begins another.</summary>
    /// <param name="contour">One value per frame; NaN in gaps.</param>
    public static TurningPoints Find(ReadOnlySpan<float> contour)
    {
        TurningPoints result = new();
        float[] sorted = ContourStatistics.Sort(contour);
        double threshold = sorted.Length == 0 ? 0 : LeastChange * (sorted[^1] - sorted[0]);
        for (int start = 0; threshold > 0 && start < contour.Length;)
        {
            int length = 0;
            while (start + length < contour.Length && !float.IsNaN(contour[start + length]))
            {
                length++;
            }

            result.Follow(contour.Slice(start, length), threshold);
            start += length + 1;
        }

        return result;
    }

    private void Follow(ReadOnlySpan<float> part, double threshold)
    {
        // The highest and lowest frame since the last turning point; one of them becomes the next when the contour has moved far enough
        // away.
        (int last, int high, int low, int direction) = (0, 0, 0, 0);
        for (int i = 1; i < part.Length; i++)
        {
            high = part[i] > part[high] ? i : high;
            low = part[i] < part[low] ? i : low;
            if (direction >= 0 && part[high] - part[i] >= threshold)
            {
                PeakCount += high > 0 ? 1 : 0;
                Join(part, last, high);
                (last, low, direction) = (high, i, -1);
            }
            else if (direction <= 0 && part[i] - part[low] >= threshold)
            {
                Join(part, last, low);
                (last, high, direction) = (low, i, 1);
            }

            (high, low) = direction switch { > 0 => (high, i), < 0 => (i, low), _ => (high, low) };
        }

        Join(part, last, part.Length - 1);
    }

    private void Join(ReadOnlySpan<float> part, int from, int to)
    {
        if (to > from && part[to] != part[from])
        {
            float slope = (part[to] - part[from]) / (to - from);
            (slope > 0 ? _rising : _falling).Add(Math.Abs(slope));
        }
    }
}
