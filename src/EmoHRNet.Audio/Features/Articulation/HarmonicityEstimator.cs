using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>
/// The harmonics-to-noise ratio of a frame, from the autocorrelation of the windowed frame at one period, divided by the window's
/// (Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound", 1993).
/// Immutable and thread-safe.
/// </summary>
internal sealed class HarmonicityEstimator
{
    private const double SearchRange = 0.1;
    private const int Margin = Correlation.Taps;
    private const double LeastDecibels = -20;
    private const double MostDecibels = 60;

    private readonly float[] _window;
    private readonly float[] _windowCorrelation;

    /// <param name="sampleCount">The number of samples of a frame, four and a half periods of the lowest pitch.</param>
    /// <param name="longestPeriod">The longest period, in samples.</param>
    public HarmonicityEstimator(int sampleCount, double longestPeriod)
    {
        _window = WindowFunction.Create(WindowShape.Hann, sampleCount);
        int lags = Math.Min(sampleCount, (int)Math.Ceiling(longestPeriod * (1 + SearchRange)) + Margin + 1);
        _windowCorrelation = new float[lags];
        for (int lag = 0; lag < lags; lag++)
        {
            _windowCorrelation[lag] = Correlation.Dot(_window.AsSpan(lag), _window.AsSpan(0, sampleCount - lag)) / Correlation.Dot(_window, _window);
        }
    }

    /// <summary>The number of floats of the scratch buffer.</summary>
    public int ScratchLength => _window.Length + _windowCorrelation.Length;

    /// <summary>The ratio in decibels, −20 to 60.</summary>
    /// <param name="frame">The samples of the frame, with mean 0.</param>
    /// <param name="period">The approximate period in samples.</param>
    /// <param name="scratch">A buffer of <see cref="ScratchLength"/> floats.</param>
    public float Estimate(ReadOnlySpan<float> frame, double period, Span<float> scratch)
    {
        Span<float> windowed = scratch[.._window.Length];
        for (int i = 0; i < windowed.Length; i++)
        {
            windowed[i] = frame[i] * _window[i];
        }

        int first = Math.Max(1, (int)(period * (1 - SearchRange)) - Margin);
        int end = Math.Min(_windowCorrelation.Length, (int)Math.Ceiling(period * (1 + SearchRange)) + Margin + 1);
        float energy = Correlation.Dot(windowed, windowed);
        if (energy <= 0 || end - first <= 2 * Margin)
        {
            return (float)LeastDecibels;
        }

        Span<float> correlation = scratch.Slice(_window.Length, end - first);
        int best = Margin;
        for (int i = 0; i < correlation.Length; i++)
        {
            int lag = first + i;
            correlation[i] = Correlation.Dot(windowed[lag..], windowed[..^lag]) / energy / _windowCorrelation[lag];
            bool searched = i >= Margin && i < correlation.Length - Margin;
            best = searched && correlation[i] > correlation[best] ? i : best;
        }

        double share = Math.Clamp(Correlation.Peak(correlation, best).Value, 1e-9, 1 - 1e-9);
        return (float)Math.Clamp(10 * Math.Log10(share / (1 - share)), LeastDecibels, MostDecibels);
    }
}
