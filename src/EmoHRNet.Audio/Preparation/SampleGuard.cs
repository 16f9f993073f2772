using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace EmoHRNet.Audio.Preparation;

/// <summary>Rejects invalid samples, in arguments or in recordings.</summary>
public static class SampleGuard
{
    /// <summary>The lowest accepted sample rate of a recording of speech, in hertz.</summary>
    public const int MinimumSampleRate = 1_000;

    /// <summary>The message about a recording without samples.</summary>
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

    /// <summary>Rejects recordings without samples, with samples that are not finite, or with a sample rate out of range.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="name">Its name in the message: a path, or "The audio".</param>
    /// <param name="firstIndex">The index of the first sample in the whole recording, for blocks.</param>
    /// <exception cref="AudioFormatException">There are no samples, one is not finite, or the sample rate is out of range.</exception>
    public static void ThrowIfUnusable(Waveform recording, string name, long firstIndex = 0)
    {
        if (FindProblem(recording, firstIndex) is { } problem)
        {
            throw new AudioFormatException($"{name}: {problem}");
        }
    }

    /// <summary>Why a recording is rejected: no samples, a sample that is not finite, or a sample rate out of range; otherwise null.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="firstIndex">The index of the first sample in the whole recording, for blocks.</param>
    public static string? FindProblem(Waveform recording, long firstIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return FindRateProblem(recording.SampleRate) ?? (recording.SampleCount == 0
            ? NoSamples
            : Enumerable.Range(0, recording.ChannelCount).Select(channel => FindNotFinite(recording.Channel(channel), firstIndex)).FirstOrDefault(found => found is not null));
    }

    /// <summary>The problem with a sample rate; null where it is 1,000 to 768,000 Hz.</summary>
    /// <param name="sampleRate">The rate, in hertz.</param>
    public static string? FindRateProblem(int sampleRate) => sampleRate is >= MinimumSampleRate and <= Waveform.MaximumSampleRate
        ? null
        : Invariant($"The sample rate is {sampleRate} Hz; expected {MinimumSampleRate:N0} to {Waveform.MaximumSampleRate:N0} Hz, the rate the samples were recorded at.");

    /// <summary>The problem with a sample that is not finite; null where all are.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="firstIndex">The index of the first sample in the whole recording.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? FindNotFinite(ReadOnlySpan<float> samples, long firstIndex = 0)
    {
        // Zero times a finite sample is zero; times infinity or NaN it is NaN, which persists in a sum.
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
