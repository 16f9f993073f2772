using EmoHRNet.Audio.Augmentation;

namespace EmoHRNet.Training;

/// <summary>Gives items without end, in rounds that are shuffled anew: none comes again before all others came.</summary>
internal sealed class ShuffledRounds<T>(IEnumerable<T> items, RandomSource random)
{
    private readonly T[] _items = [.. items];
    private int _next;

    public T Next()
    {
        if (_next == 0)
        {
            random.Shuffle(_items);
        }

        T item = _items[_next];
        _next = (_next + 1) % _items.Length;
        return item;
    }
}
