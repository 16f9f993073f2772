namespace EmoHRNet.Audio.Transforms;

/// <summary>A zero-phase band-pass filter: the difference of two sinc functions under a Blackman window, at half amplitude at its corners.</summary>
internal sealed class BandPass
{
    private const double HalfWidthSeconds = 0.025;

    private readonly float[] _response;
    private readonly int _center;

    /// <summary>Designs the filter.</summary>
    /// <param name="sampleRate">The sample rate in hertz.</param>
    /// <param name="low">The lower corner frequency in hertz.</param>
    /// <param name="high">The upper corner frequency in hertz, at most half the sample rate.</param>
    public BandPass(int sampleRate, double low, double high)
    {
        _center = (int)(HalfWidthSeconds * sampleRate);
        _response = new float[(2 * _center) + 1];
        for (int i = 0; i < _response.Length; i++)
        {
            double angle = 2 * Math.PI * i / (_response.Length - 1);
            double window = 0.42 - (0.5 * Math.Cos(angle)) + (0.08 * Math.Cos(2 * angle));
            _response[i] = (float)(window * (LowPass(i - _center, high / sampleRate) - LowPass(i - _center, low / sampleRate)));
        }
    }

    /// <summary>The filtered signal, as long as the signal.</summary>
    public float[] Filter(ReadOnlySpan<float> samples) =>
        samples.IsEmpty ? [] : FastConvolution.Convolve(samples, _response).AsSpan(_center, samples.Length).ToArray();

    // The impulse response of an ideal low-pass; the corner in cycles per sample.
    private static double LowPass(int time, double corner) =>
        time == 0 ? 2 * corner : Math.Sin(2 * Math.PI * corner * time) / (Math.PI * time);
}
