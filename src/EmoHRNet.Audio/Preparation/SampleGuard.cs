using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace EmoHRNet.Audio.Preparation;

/// <summary>Refuses samples that nothing can be computed from: as an argument, or as the content of a recording.</summary>
public static class SampleGuard
{
    /// <summary>The lowest sample rate of a recording that speech is looked for in, in hertz.</summary>
    public const int MinimumSampleRate = 1_000;

    /// <summary>What to say of a recording without samples.</summary>
    public const string NoSamples = "There are no samples; expected at least one.";

    /// <exception cref="ArgumentException">There are no samples, or one is not finite.</exception>
    public static void ThrowIfUnusable(ReadOnlySpan<float> samples, string parameter)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException(NoSamples, parameter);
        }

        ThrowIfNotFinite(samples, parameter);
    }

    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public static void ThrowIfNotFinite(ReadOnlySpan<float> samples, string parameter, long firstIndex = 0)
    {
        if (FindNotFinite(samples, firstIndex) is { } problem)
        {
            throw new ArgumentException(problem, parameter);
        }
    }

    /// <summary>Refuses a recording whose content no speech can be heard in. <see cref="FindProblem"/> says which that is.</summary>
    /// <param name="recording">What was read.</param>
    /// <param name="name">What the message calls it: a path, or "The audio".</param>
    /// <param name="firstIndex">Where a block of a recording begins in it.</param>
    /// <exception cref="AudioFormatException">There are no samples, one is not finite, or the sample rate is no recorder's.</exception>
    public static void ThrowIfUnusable(Waveform recording, string name, long firstIndex = 0)
    {
        if (FindProblem(recording, firstIndex) is { } problem)
        {
            throw new AudioFormatException($"{name}: {problem}");
        }
    }

    /// <summary>Why no speech can be heard in a recording: it has no samples, one is not finite, or no recorder has its sample rate; null where it can.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="firstIndex">Where a block of a recording begins in it.</param>
    public static string? FindProblem(Waveform recording, long firstIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return FindRateProblem(recording.SampleRate) ?? (recording.SampleCount == 0
            ? NoSamples
            : Enumerable.Range(0, recording.ChannelCount).Select(channel => FindNotFinite(recording.Channel(channel), firstIndex)).FirstOrDefault(found => found is not null));
    }

    /// <summary>What is wrong with a sample rate; null where it is 1,000 to 768,000 Hz.</summary>
    /// <param name="sampleRate">The rate, in hertz.</param>
    public static string? FindRateProblem(int sampleRate) => sampleRate is >= MinimumSampleRate and <= Waveform.MaximumSampleRate
        ? null
        : Invariant($"The sample rate is {sampleRate} Hz; expected {MinimumSampleRate:N0} to {Waveform.MaximumSampleRate:N0} Hz, the rate the samples were recorded at.");

    /// <summary>Which sample is not finite; null where all are.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="firstIndex">The number of the first of them in the recording.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? FindNotFinite(ReadOnlySpan<float> samples, long firstIndex = 0)
    {
        // Zero times a finite sample is zero; times infinity or NaN it is NaN, which a sum never forgets.
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(samples);
        Vector<float> sum = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
        {
            sum += vector * 0f;
        }

        int start = Vector.EqualsAll(sum, Vector<float>.Zero) ? vectors.Length * Vector<float>.Count : 0;
        for (int i = start; i < samples.Length; i++)
        {
            if (!float.IsFinite(samples[i]))
            {
                return Invariant($"Sample {firstIndex + i} is {samples[i]}; expected finite samples in [-1, 1]. Repair or leave out the clip.");
            }
        }

        return null;
    }
}
