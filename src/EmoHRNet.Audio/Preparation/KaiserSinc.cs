namespace EmoHRNet.Audio.Preparation;

/// <summary>A low-pass filter in continuous time: a sinc windowed by a Kaiser window (Kaiser and Schafer 1980).</summary>
internal sealed class KaiserSinc
{
    private readonly double _beta;
    private readonly double _cutoff;
    private readonly double _windowScale;

    /// <summary>Designs the filter.</summary>
    /// <param name="quality">The preset: zero crossings and attenuation.</param>
    /// <param name="bandwidth">The lower of the two Nyquist frequencies as a fraction of the source's, 0 to 1.</param>
    public KaiserSinc(ResamplingQuality quality, double bandwidth)
    {
        (int zeroCrossings, double attenuation, double stopBand) = quality switch
        {
            ResamplingQuality.Fast => (16, 85.0, 1.08),
            ResamplingQuality.Standard => (48, 110.0, 1.0),
            ResamplingQuality.Best => (96, 130.0, 1.0),
            _ => throw new ArgumentOutOfRangeException(nameof(quality), quality, "Not a resampling quality."),
        };
        _beta = 0.1102 * (attenuation - 8.7);
        double transition = (attenuation - 8) / (2.285 * 2 * zeroCrossings * Math.PI);
        _cutoff = bandwidth * (stopBand - (transition / 2));
        _windowScale = 1 / BesselI0(_beta);
        HalfWidth = zeroCrossings / bandwidth;
    }

    /// <summary>Half the filter's length: it is zero further from its center than this, in source samples.</summary>
    public double HalfWidth { get; }

    /// <summary>The filter's value at a distance from its center.</summary>
    /// <param name="time">The distance in source samples.</param>
    public double At(double time)
    {
        double relative = time / HalfWidth;
        if (Math.Abs(relative) >= 1)
        {
            return 0;
        }

        double argument = Math.PI * _cutoff * time;
        double sinc = Math.Abs(argument) < 1e-9 ? 1 : Math.Sin(argument) / argument;
        return _cutoff * sinc * BesselI0(_beta * Math.Sqrt(1 - (relative * relative))) * _windowScale;
    }

    /// <summary>The modified Bessel function of order 0, from its power series.</summary>
    private static double BesselI0(double x)
    {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= quarter / ((double)k * k);
            sum += term;
        }

        return sum;
    }
}
