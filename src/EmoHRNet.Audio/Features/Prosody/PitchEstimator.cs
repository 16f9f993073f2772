using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Features.Prosody;

/// <summary>
/// Estimates the pitch of one frame by YIN (de Cheveigné and Kawahara, 2002), with the threshold distribution of pYIN (Mauch and Dixon,
/// 2014): a beta distribution instead of one threshold, so that every dip of the difference function has a probability.
/// </summary>
internal sealed class PitchEstimator
{
    private readonly int _sampleRate;
    private readonly int _shortest;
    private readonly int _longest;
    private readonly int _window;
    private readonly int _smoothing;

    public PitchEstimator(ProsodyOptions options, int sampleRate)
    {
        _sampleRate = sampleRate;
        _shortest = Math.Max(2, (int)Math.Floor(sampleRate / options.MaxPitch));
        _longest = (int)Math.Ceiling(sampleRate / options.MinPitch);
        _window = _longest * 3 / 2;
        _smoothing = Math.Max(1, sampleRate / 1000);
    }

    /// <summary>The number of samples of a frame: one and a half times the longest period, and one period more to compare it with.</summary>
    public int SampleCount => SmoothCount + _smoothing - 1;

    /// <summary>The number of floats of the scratch buffer.</summary>
    public int ScratchLength => SmoothCount + _longest + 2;

    private int SmoothCount => _window + _longest + 1;

    /// <summary>Estimates the pitch in hertz (0 where no period is found) and the probability that the frame is voiced.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (float Pitch, float Voicing) Estimate(ReadOnlySpan<float> frame, Span<float> scratch)
    {
        Span<float> smooth = scratch[..SmoothCount];
        Span<float> difference = scratch[SmoothCount..ScratchLength];
        Smooth(frame, smooth);
        Difference(smooth, difference);
        float lowest = 1;
        int best = 0;
        double bestProbability = 0;
        for (int lag = _shortest; lag <= _longest; lag++)
        {
            float value = difference[lag];
            if (value >= lowest || value >= difference[lag - 1] || value > difference[lag + 1])
            {
                continue;
            }

            // A threshold selects the first dip below it: this one for all thresholds between it and the deepest dip before it.
            double probability = ThresholdBelow(lowest) - ThresholdBelow(value);
            lowest = value;
            if (probability > bestProbability)
            {
                (best, bestProbability) = (lag, probability);
            }
        }

        return best == 0 ? (0, 0) : ((float)(_sampleRate / Refine(difference, best)), (float)(1 - ThresholdBelow(lowest)));
    }

    // The mean over a millisecond, as in the paper: above 1 kHz there is only noise to the pitch of a voice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Smooth(ReadOnlySpan<float> frame, Span<float> smooth)
    {
        double sum = 0;
        for (int i = 0; i < frame.Length; i++)
        {
            sum += frame[i];
            if (i >= _smoothing - 1)
            {
                smooth[i - _smoothing + 1] = (float)(sum / _smoothing);
                sum -= frame[i - _smoothing + 1];
            }
        }
    }

    /// <summary>The cumulative mean normalized difference function (YIN, step 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Difference(ReadOnlySpan<float> frame, Span<float> difference)
    {
        difference[0] = 1;
        double sum = 0;
        for (int lag = 1; lag < difference.Length; lag++)
        {
            // Both windows move, so that every lag is measured around the middle of the frame.
            int start = (difference.Length - 1 - lag) / 2;
            float value = SquaredDistance(frame.Slice(start, _window), frame.Slice(start + lag, _window));
            sum += value;
            difference[lag] = sum > 0 ? (float)(value * lag / sum) : 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a);
        ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            Vector<float> d = left[i] - right[i];
            sums += d * d;
        }

        float sum = Vector.Sum(sums);
        for (int i = left.Length * Vector<float>.Count; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }

    /// <summary>The vertex of the parabola through a dip and its neighbors (YIN, step 5).</summary>
    private static double Refine(ReadOnlySpan<float> difference, int lag)
    {
        double left = difference[lag - 1] - difference[lag];
        double right = difference[lag + 1] - difference[lag];
        return left + right > 0 ? lag + ((left - right) / (2 * (left + right))) : lag;
    }

    // The distribution function of beta(2, 11), mean 0.15 as in the pYIN plug-in: at least 2 of 12 uniform numbers are below x.
    private static double ThresholdBelow(double x)
    {
        double none = Math.Pow(1 - x, 11);
        return 1 - (none * (1 - x)) - (12 * x * none);
    }
}
