using System.Numerics;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Preparation;

/// <summary>A low-pass filter sampled at every position an output sample can have between two input samples.</summary>
/// <remarks>
/// If the ratio of the rates needs more than 1024 positions, 1024 are stored and the output is interpolated between the
/// two nearest, which keeps the table in the cache and adds an error below -120 dB.
/// </remarks>
internal sealed class PolyphaseFilter
{
    private const int MaximumPhaseCount = 1024;

    private readonly float[] _taps;
    private readonly int _phaseCount;
    private readonly long _positionCount;

    /// <summary>Samples a filter.</summary>
    /// <param name="filter">The filter in continuous time.</param>
    /// <param name="positionCount">The number of positions of output samples between two input samples.</param>
    public PolyphaseFilter(KaiserSinc filter, int positionCount)
    {
        _positionCount = positionCount;
        _phaseCount = Math.Min(positionCount, MaximumPhaseCount);
        Before = (int)Math.Ceiling(filter.HalfWidth) - 1;
        int tapCount = Before + 1 + (int)Math.Ceiling(filter.HalfWidth);
        TapCount = (tapCount + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        int stored = IsExact ? _phaseCount : _phaseCount + 1;
        _taps = new float[stored * TapCount];
        for (int phase = 0; phase < stored; phase++)
        {
            Sample(filter, (double)phase / _phaseCount, _taps.AsSpan(phase * TapCount, TapCount));
        }
    }

    /// <summary>The number of input samples per output sample, a multiple of the vector length.</summary>
    public int TapCount { get; }

    /// <summary>The number of them before the input sample that the output's position is counted from.</summary>
    public int Before { get; }

    private bool IsExact => _positionCount == _phaseCount;

    /// <summary>Computes one output sample.</summary>
    /// <param name="window">The <see cref="TapCount"/> input samples around it, starting <see cref="Before"/> before its position.</param>
    /// <param name="position">Its position between two input samples, in steps.</param>
    public float Apply(ReadOnlySpan<float> window, long position)
    {
        if (IsExact)
        {
            return Dot(window, _taps.AsSpan((int)position * TapCount, TapCount));
        }

        double exact = (double)position / _positionCount * _phaseCount;
        int phase = (int)exact;
        float weight = (float)(exact - phase);
        float lower = Dot(window, _taps.AsSpan(phase * TapCount, TapCount));
        float upper = Dot(window, _taps.AsSpan((phase + 1) * TapCount, TapCount));
        return lower + (weight * (upper - lower));
    }

    /// <summary>Normalizes each phase to pass a constant unchanged; otherwise, phases differ by the stop band's ripple.</summary>
    private void Sample(KaiserSinc filter, double phase, Span<float> taps)
    {
        double sum = 0;
        for (int i = 0; i < taps.Length; i++)
        {
            sum += filter.At(i - Before - phase);
        }

        for (int i = 0; i < taps.Length; i++)
        {
            taps[i] = (float)(filter.At(i - Before - phase) / sum);
        }
    }

    // Four sums hide the latency of the multiply-add; whole vectors are indexed, since slicing spans costs more than adding.
    private static float Dot(ReadOnlySpan<float> window, ReadOnlySpan<float> taps)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(window[..taps.Length]);
        ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(taps);
        Vector<float> a = Vector<float>.Zero, b = Vector<float>.Zero, c = Vector<float>.Zero, d = Vector<float>.Zero;
        int i = 0;
        for (; i <= right.Length - 4 && i <= left.Length - 4; i += 4)
        {
            a = Vector.FusedMultiplyAdd(left[i], right[i], a);
            b = Vector.FusedMultiplyAdd(left[i + 1], right[i + 1], b);
            c = Vector.FusedMultiplyAdd(left[i + 2], right[i + 2], c);
            d = Vector.FusedMultiplyAdd(left[i + 3], right[i + 3], d);
        }

        for (; i < right.Length && i < left.Length; i++)
        {
            a = Vector.FusedMultiplyAdd(left[i], right[i], a);
        }

        return Vector.Sum(a + b + (c + d));
    }
}
