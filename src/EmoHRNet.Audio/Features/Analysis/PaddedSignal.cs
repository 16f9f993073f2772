namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>Samples with padding before and after them, addressed by their index in the whole signal.</summary>
public readonly ref struct PaddedSignal
{
    private readonly ReadOnlySpan<float> _samples;
    private readonly long _first;
    private readonly long _length;
    private readonly PaddingMode _mode;

    /// <summary>Creates a view of samples.</summary>
    /// <param name="samples">The available samples.</param>
    /// <param name="mode">The padding outside the signal.</param>
    /// <param name="first">The index of the first available sample.</param>
    /// <param name="length">The number of samples of the whole signal; <see cref="long.MaxValue"/> while it is unknown.</param>
    public PaddedSignal(ReadOnlySpan<float> samples, PaddingMode mode, long first, long length)
    {
        _samples = samples;
        _mode = mode;
        _first = first;
        _length = length;
    }

    /// <summary>Consecutive samples: a view where all are available, else a padded copy in <paramref name="scratch"/>.</summary>
    /// <param name="start">The index of the first sample in the whole signal; may lie outside it.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="scratch">Room for a copy, at least <paramref name="count"/> long.</param>
    public ReadOnlySpan<float> Read(long start, int count, Span<float> scratch)
    {
        if (start >= _first && start + count <= _first + _samples.Length)
        {
            return _samples.Slice((int)(start - _first), count);
        }

        scratch = scratch[..count];
        for (int i = 0; i < count; i++)
        {
            scratch[i] = At(start + i);
        }

        return scratch;
    }

    private float At(long index)
    {
        if (index >= 0 && index < _length)
        {
            return _samples[(int)(index - _first)];
        }

        return _mode == PaddingMode.Zero ? 0 : _samples[(int)(Mirror(index, _length) - _first)];
    }

    // A mirrored signal repeats every 2 (n - 1) samples, however far outside the index lies.
    private static long Mirror(long index, long length)
    {
        if (length == 1)
        {
            return 0;
        }

        index = Math.Abs(index);
        if (length == long.MaxValue)
        {
            return index;
        }

        long period = 2 * (length - 1);
        index %= period;
        return index < length ? index : period - index;
    }
}
