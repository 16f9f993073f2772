namespace EmoHRNet.Timelines;

/// <summary>The minimum of the last values of a series, in amortized constant time per value.</summary>
/// <param name="length">The number of values, at least 1.</param>
internal sealed class SlidingMinimum(int length)
{
    // Increasing from the oldest to the newest: a value followed by a smaller one can never be the minimum again.
    private readonly LinkedList<(long Index, double Value)> _candidates = new();
    private long _count;

    /// <summary>Adds a value and returns the minimum of the last values including it.</summary>
    public double Push(double value)
    {
        while (_candidates.Last is { } last && last.Value.Value >= value)
        {
            _candidates.RemoveLast();
        }

        _candidates.AddLast((_count++, value));
        if (_candidates.First!.Value.Index <= _count - 1 - length)
        {
            _candidates.RemoveFirst();
        }

        return _candidates.First!.Value.Value;
    }
}
