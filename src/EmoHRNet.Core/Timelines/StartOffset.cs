using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Timelines;

/// <summary>
/// Subtracts the offset of the first half second from a stream, so that neither resampling nor windows contain a step at the start.
/// </summary>
/// <remarks>For models without a high-pass filter. The remainder of a drifting offset is removed from each window.</remarks>
/// <param name="sampleRate">Samples per second.</param>
internal sealed class StartOffset(int sampleRate)
{
    private const double SmallestOffset = 1e-4;

    private readonly int _startLength = Math.Max(1, sampleRate / 2);
    private List<float>? _start = [];
    private double _offset;

    /// <summary>Takes the next samples and returns the available ones; none before the first half second is complete.</summary>
    public float[] Push(ReadOnlySpan<float> samples)
    {
        if (_start is null)
        {
            return Subtract(samples.ToArray());
        }

        _start.AddRange(samples);
        return _start.Count < _startLength ? [] : Release(_start);
    }

    /// <summary>Returns the remaining samples.</summary>
    public float[] Complete() => _start is null ? [] : Release(_start);

    private float[] Release(List<float> start)
    {
        _start = null;
        float[] samples = [.. start];
        double offset = SteadyClip.Of(samples.AsSpan(0, Math.Min(samples.Length, _startLength)), sampleRate).Offset;
        _offset = Math.Abs(offset) < SmallestOffset ? 0 : offset;
        return Subtract(samples);
    }

    private float[] Subtract(float[] samples)
    {
        if (_offset != 0)
        {
            foreach (ref float sample in samples.AsSpan())
            {
                sample = (float)(sample - _offset);
            }
        }

        return samples;
    }
}
