namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>Where a contour turns: highs and lows in turn, of those that differ by a tenth of its range at least, and its two ends.</summary>
internal sealed class TurningPoints
{
    private const double LeastChange = 0.1;

    private readonly List<float> _rising = [];
    private readonly List<float> _falling = [];

    private TurningPoints()
    {
    }

    /// <summary>The slopes of the parts that rise, per frame; above 0.</summary>
    public IReadOnlyList<float> Rising => _rising;

    /// <summary>How steeply the other parts fall, per frame; above 0.</summary>
    public IReadOnlyList<float> Falling => _falling;

    /// <summary>The number of highs that are not an end.</summary>
    public int PeakCount { get; private set; }

    /// <summary>Finds the turning points. A gap ends one part of the contour and begins another.</summary>
    /// <param name="contour">One value per frame; not a number in gaps.</param>
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
        // The highest and lowest frame since the last turn; which of them is a turn shows when the contour leaves it for good.
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
