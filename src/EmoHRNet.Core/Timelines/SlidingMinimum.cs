namespace EmoHRNet.Timelines;

/// <summary>The least of the last values of a series, in constant time per value on average.</summary>
/// <param name="length">How many values are looked at, at least 1.</param>
internal sealed class SlidingMinimum(int length)
{
    // Values that rise from the oldest to the newest: a value with a lesser one after it can never be the least again.
    private readonly LinkedList<(long Index, double Value)> _candidates = new();
    private long _count;

    /// <summary>Takes a value and returns the least of the last ones, this one included.</summary>
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
