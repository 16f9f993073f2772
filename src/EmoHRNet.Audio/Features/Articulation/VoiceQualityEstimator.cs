using System.Buffers;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Measures <see cref="VoiceQuality"/> in frames of four and a half periods of the lowest pitch. Immutable and thread-safe.</summary>
internal sealed class VoiceQualityEstimator
{
    private const double Periods = 4.5; // Praat's window for harmonicity by autocorrelation

    private readonly HarmonicityEstimator _harmonicity;
    private readonly int _sampleRate;

    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="minPitch">The lowest pitch in hertz.</param>
    public VoiceQualityEstimator(int sampleRate, double minPitch)
    {
        _sampleRate = sampleRate;
        SampleCount = (int)Math.Ceiling(Periods * sampleRate / minPitch);
        _harmonicity = new HarmonicityEstimator(SampleCount, sampleRate / minPitch);
    }

    /// <summary>The number of samples of a frame.</summary>
    public int SampleCount { get; }

    /// <param name="samples">The samples of the frame.</param>
    /// <param name="pitch">The pitch of the frame in hertz, above 0.</param>
    public VoiceQuality Measure(ReadOnlySpan<float> samples, double pitch)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(SampleCount + _harmonicity.ScratchLength);
        Span<float> frame = rented.AsSpan(0, SampleCount);
        Center(samples, frame);
        double period = _sampleRate / pitch;
        float ratio = _harmonicity.Estimate(frame, period, rented.AsSpan(SampleCount));
        (float jitter, float shimmer) = PeriodTracker.Measure(frame, period);
        ArrayPool<float>.Shared.Return(rented);
        return new VoiceQuality(ratio, jitter, shimmer);
    }

    private static void Center(ReadOnlySpan<float> samples, Span<float> frame)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += sample;
        }

        float mean = (float)(sum / samples.Length);
        for (int i = 0; i < frame.Length; i++)
        {
            frame[i] = samples[i] - mean;
        }
    }
}
