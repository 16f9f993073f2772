namespace EmoHRNet.Audio.Preparation;

/// <summary>Removes a constant offset and rumble from a signal that arrives in pieces of any length: a Butterworth high-pass of fourth order.</summary>
/// <remarks>
/// The mean of the first half second is subtracted before filtering, so that an offset does not begin with a step. The output therefore
/// starts after half a second of input, and has no delay afterwards. One instance filters one signal. Not thread-safe.
/// </remarks>
public sealed class HighPassFilter
{
    /// <summary>The duration of the start that the offset is measured on, in seconds.</summary>
    public const double OffsetSeconds = 0.5;

    // The quality factors of the two pole pairs of a Butterworth filter of fourth order.
    private static readonly double FirstQuality = 0.5 / Math.Cos(Math.PI / 8);
    private static readonly double SecondQuality = 0.5 / Math.Cos(3 * Math.PI / 8);

    private readonly int _offsetLength;
    private HighPassSection _first;
    private HighPassSection _second;
    private List<float>? _start = [];
    private double _offset;
    private bool _completed;

    /// <summary>Designs the filter.</summary>
    /// <param name="sampleRate">Samples per second, 1 to 768,000.</param>
    /// <param name="cutoffHertz">The half-power frequency, 1 Hz to a quarter of the sample rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the cutoff is out of range.</exception>
    public HighPassFilter(int sampleRate, double cutoffHertz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, Waveform.MaximumSampleRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(cutoffHertz, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cutoffHertz, sampleRate / 4.0);
        _first = new HighPassSection(sampleRate, cutoffHertz, FirstQuality);
        _second = new HighPassSection(sampleRate, cutoffHertz, SecondQuality);
        _offsetLength = (int)(OffsetSeconds * sampleRate);
    }

    /// <summary>The two second-order sections of the filter, in the order of the signal path.</summary>
    /// <param name="sampleRate">Samples per second, 1 to 768,000.</param>
    /// <param name="cutoffHertz">The half-power frequency, 1 Hz to a quarter of the sample rate.</param>
    /// <returns>The coefficients of y[n] = gain · (x[n] - 2 x[n-1] + x[n-2]) - a1 · y[n-1] - a2 · y[n-2] of each.</returns>
    public static IReadOnlyList<(double Gain, double A1, double A2)> Sections(int sampleRate, double cutoffHertz)
    {
        HighPassFilter filter = new(sampleRate, cutoffHertz);
        return [filter._first.Coefficients, filter._second.Coefficients];
    }

    /// <summary>Filters a whole signal, with the same result as filtering it in pieces.</summary>
    /// <param name="samples">The samples of one channel.</param>
    /// <param name="sampleRate">Their sample rate in hertz, 1 to 768,000.</param>
    /// <param name="cutoffHertz">The half-power frequency, 1 Hz to a quarter of the sample rate.</param>
    /// <returns>As many samples, in a new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the cutoff is out of range.</exception>
    public static float[] Apply(ReadOnlySpan<float> samples, int sampleRate, double cutoffHertz)
    {
        HighPassFilter filter = new(sampleRate, cutoffHertz);
        float[] result = samples.ToArray();
        filter.Begin(samples);
        filter.Filter(result);
        return result;
    }

    /// <summary>Adds the next samples and returns the filtered samples that they complete.</summary>
    /// <param name="samples">Any number of samples.</param>
    /// <returns>The next filtered samples; none before half a second of input.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Complete"/> was called.</exception>
    public float[] Push(ReadOnlySpan<float> samples)
    {
        ThrowIfCompleted();
        if (_start is not null)
        {
            _start.AddRange(samples);
            return _start.Count < _offsetLength ? [] : Release(_start);
        }

        float[] result = samples.ToArray();
        Filter(result);
        return result;
    }

    /// <summary>Ends the signal and returns the remaining filtered samples.</summary>
    /// <exception cref="InvalidOperationException">The signal was already completed.</exception>
    public float[] Complete()
    {
        ThrowIfCompleted();
        _completed = true;
        return _start is null ? [] : Release(_start);
    }

    private float[] Release(List<float> start)
    {
        _start = null;
        float[] samples = [.. start];
        Begin(samples);
        Filter(samples);
        return samples;
    }

    private void Begin(ReadOnlySpan<float> samples) =>
        _offset = Levels.Mean(samples[..Math.Min(samples.Length, Math.Max(1, _offsetLength))]);

    private void Filter(Span<float> samples)
    {
        foreach (ref float sample in samples)
        {
            sample = (float)_second.Next(_first.Next(sample - _offset));
        }
    }

    private void ThrowIfCompleted()
    {
        if (_completed)
        {
            throw new InvalidOperationException("The signal was completed; create a new filter for another one.");
        }
    }
}
