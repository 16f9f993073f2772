using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace EmoHRNet.Audio.Transforms;

/// <summary>Filters whole signals by FFT: with an impulse response, or with a gain per frequency.</summary>
/// <remarks>
/// Two halves of a real signal are filtered together, as the real and imaginary part of one complex signal: a real filter keeps them apart,
/// and the work is halved.
/// </remarks>
internal static class FastConvolution
{
    /// <summary>The linear convolution of a signal with an impulse response: samples + response - 1 values.</summary>
    public static float[] Convolve(ReadOnlySpan<float> samples, ReadOnlySpan<float> response)
    {
        if (samples.IsEmpty || response.IsEmpty)
        {
            return [];
        }

        int half = (samples.Length + 1) / 2;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(half + response.Length - 1));
        Complex32[] filter = new Complex32[size];
        for (int i = 0; i < response.Length; i++)
        {
            filter[i] = response[i];
        }

        Fourier.Forward(filter, FourierOptions.NoScaling);
        Complex32[] signal = Pack(samples, half, size);
        Filter(signal, filter);
        return Unpack(signal, half, half + response.Length - 1, samples.Length + response.Length - 1);
    }

    /// <summary>Multiplies every frequency of a signal by a real gain: the filter has zero phase, and the length stays.</summary>
    /// <param name="samples">The signal, taken as zero outside.</param>
    /// <param name="sampleRate">Its sample rate in hertz.</param>
    /// <param name="gain">The factor at a frequency in hertz, 0 to half the sample rate.</param>
    public static float[] Shape(ReadOnlySpan<float> samples, int sampleRate, Func<double, double> gain)
    {
        if (samples.IsEmpty)
        {
            return [];
        }

        // Twice the length, so that the ringing of a steep gain past one end does not wrap around to the other.
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * samples.Length));
        Complex32[] spectrum = new Complex32[size];
        for (int i = 0; i < samples.Length; i++)
        {
            spectrum[i] = samples[i];
        }

        Fourier.Forward(spectrum, FourierOptions.NoScaling);
        for (int k = 0; k <= size / 2; k++)
        {
            float factor = (float)gain((double)k * sampleRate / size);
            spectrum[k] *= factor;
            if (k > 0 && k < size / 2)
            {
                spectrum[size - k] *= factor;
            }
        }

        Fourier.Inverse(spectrum, FourierOptions.NoScaling);
        float[] result = new float[samples.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = spectrum[i].Real / size;
        }

        return result;
    }

    private static Complex32[] Pack(ReadOnlySpan<float> samples, int half, int size)
    {
        Complex32[] packed = new Complex32[size];
        for (int i = 0; i < half; i++)
        {
            packed[i] = new Complex32(samples[i], half + i < samples.Length ? samples[half + i] : 0);
        }

        return packed;
    }

    private static void Filter(Complex32[] signal, Complex32[] filter)
    {
        Fourier.Forward(signal, FourierOptions.NoScaling);
        for (int k = 0; k < signal.Length; k++)
        {
            signal[k] *= filter[k];
        }

        Fourier.Inverse(signal, FourierOptions.NoScaling);
    }

    private static float[] Unpack(Complex32[] signal, int half, int filtered, int length)
    {
        float scale = 1f / signal.Length;
        float[] result = new float[Math.Max(length, half + filtered)];
        for (int i = 0; i < filtered; i++)
        {
            result[i] += signal[i].Real * scale;
            result[half + i] += signal[i].Imaginary * scale;
        }

        return result[..length];
    }
}
