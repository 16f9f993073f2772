namespace EmoHRNet.Audio.Transforms;

/// <summary>Computes analysis windows, sums of cosines, as in <c>torch.hann_window</c> and <c>scipy.signal.get_window</c>.</summary>
public static class WindowFunction
{
    /// <summary>The values of a window.</summary>
    /// <param name="shape">The window's shape.</param>
    /// <param name="length">The number of values, at least 1.</param>
    /// <param name="periodic">
    /// True for one period of the cosines (spectral analysis, the default of torch), false for a symmetric window (filter design).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1, or the shape is not defined.</exception>
    public static float[] Create(WindowShape shape, int length, bool periodic = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ReadOnlySpan<double> terms = Terms(shape);
        float[] window = new float[length];
        int period = periodic || length == 1 ? length : length - 1;
        for (int i = 0; i < length; i++)
        {
            double value = 0;
            for (int k = 0; k < terms.Length; k++)
            {
                value += terms[k] * Math.Cos(2 * Math.PI * k * i / period);
            }

            window[i] = (float)value;
        }

        if (length == 1)
        {
            window[0] = 1;
        }

        return window;
    }

    private static ReadOnlySpan<double> Terms(WindowShape shape) => shape switch
    {
        WindowShape.Hann => [0.5, -0.5],
        WindowShape.Hamming => [0.54, -0.46],
        WindowShape.Blackman => [0.42, -0.5, 0.08],
        WindowShape.BlackmanHarris => [0.35875, -0.48829, 0.14128, -0.01168],
        WindowShape.Rectangular => [1],
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "Expected a defined window shape."),
    };
}
