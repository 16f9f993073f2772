using EmoHRNet.Audio.Features.Prosody;

namespace EmoHRNet.Audio.VoiceRate;

/// <summary>Estimates voicing in a clip that may be read at a multiple or a fraction of its rate. Not thread-safe.</summary>
internal sealed class VoicingEstimator
{
    private const int Rate = 4_000; // YIN only needs the signal below 1 kHz, and a quarter of the rate takes a sixteenth of the time

    private static readonly ProsodyOptions Range = new() { MinPitch = 25, MaxPitch = 1_000 };

    private readonly int _decimation;
    private readonly int _smoothing;
    private readonly PitchEstimator _estimator;
    private readonly float[] _scratch;

    /// <param name="sampleRate">Samples per second, at least 1,000.</param>
    public VoicingEstimator(int sampleRate)
    {
        _decimation = Math.Max(1, sampleRate / Rate);
        _smoothing = Math.Max(_decimation, sampleRate / 1_000);
        _estimator = new PitchEstimator(Range with { MaxPitch = Math.Min(Range.MaxPitch, sampleRate / 4d) }, sampleRate / _decimation);
        _scratch = new float[_estimator.SampleCount + _estimator.ScratchLength];
    }

    /// <summary>The probability that the clip is voiced at a sample; 0 too close to its ends.</summary>
    public float Estimate(ReadOnlySpan<float> samples, int center)
    {
        Span<float> frame = _scratch.AsSpan(0, _estimator.SampleCount);
        int length = (frame.Length * _decimation) + _smoothing;
        int first = center - (length / 2);
        if (first < 0 || first + length > samples.Length)
        {
            return 0;
        }

        Decimate(samples.Slice(first, length), frame);
        return _estimator.Estimate(frame, _scratch.AsSpan(frame.Length)).Voicing;
    }

    // Averages over a millisecond: with shorter averages, harmonics of high voices alias into the range of pitches.
    private void Decimate(ReadOnlySpan<float> samples, Span<float> frame)
    {
        double sum = Sum(samples[.._smoothing]);
        for (int i = 0; i < frame.Length; i++)
        {
            int start = i * _decimation;
            frame[i] = (float)(sum / _smoothing);
            sum += Sum(samples.Slice(start + _smoothing, _decimation)) - Sum(samples.Slice(start, _decimation));
        }
    }

    private static double Sum(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += sample;
        }

        return sum;
    }
}
