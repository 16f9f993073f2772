using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Preparation;

/// <summary>Refuses samples that nothing can be computed from.</summary>
public static class SampleGuard
{
    /// <exception cref="ArgumentException">There are no samples, or one is not finite.</exception>
    public static void ThrowIfUnusable(ReadOnlySpan<float> samples, string parameter)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException("There are no samples; expected at least one.", parameter);
        }

        ThrowIfNotFinite(samples, parameter);
    }

    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ThrowIfNotFinite(ReadOnlySpan<float> samples, string parameter, long firstIndex = 0)
    {
        // Zero times a finite sample is zero; times infinity or NaN it is NaN, which a sum never forgets.
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(samples);
        Vector<float> sum = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
        {
            sum += vector * 0f;
        }

        int start = vectors.Length * Vector<float>.Count;
        if (!Vector.EqualsAll(sum, Vector<float>.Zero))
        {
            start = 0;
        }

        for (int i = start; i < samples.Length; i++)
        {
            if (!float.IsFinite(samples[i]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Sample {firstIndex + i} is {samples[i]}; expected finite samples in [-1, 1]. Repair or leave out the clip."),
                    parameter);
            }
        }
    }
}
