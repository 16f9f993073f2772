using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Transforms;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace EmoHRNet.Benchmarks.Peers;

/// <summary>The log-mel pipeline as it is usually written with MathNet.Numerics: a single-precision complex FFT per frame.</summary>
internal sealed class MathNetLogMel
{
    private readonly MelSpectrogramOptions _options;
    private readonly MelFilterBank _bank;
    private readonly float[] _window;

    public MathNetLogMel(MelSpectrogramOptions options)
    {
        Control.UseSingleThread();
        _options = options;
        _bank = new MelFilterBank(options);
        _window = WindowFunction.Create(options.Window, options.WindowLength);
    }

    public float[] Extract(float[] samples)
    {
        int frames = 1 + (samples.Length / _options.HopLength);
        float[] result = new float[_options.BandCount * frames];
        Complex32[] values = new Complex32[_options.FftSize];
        float[] power = new float[_bank.BinCount];
        for (int frame = 0; frame < frames; frame++)
        {
            Fill(samples, (frame * _options.HopLength) - (_options.WindowLength / 2), values);
            Fourier.Forward(values, FourierOptions.NoScaling);
            for (int bin = 0; bin < power.Length; bin++)
            {
                power[bin] = values[bin].MagnitudeSquared;
            }

            for (int band = 0; band < _options.BandCount; band++)
            {
                result[(band * frames) + frame] = MathF.Log(Math.Max((float)_options.LogFloor, Sum(band, power)));
            }
        }

        return result;
    }

    private void Fill(float[] samples, int start, Complex32[] values)
    {
        Array.Clear(values);
        int margin = (_options.FftSize - _options.WindowLength) / 2;
        for (int i = 0; i < _window.Length; i++)
        {
            int index = Math.Abs(start + i);
            index = index < samples.Length ? index : (2 * (samples.Length - 1)) - index;
            values[margin + i] = _window[i] * samples[index];
        }
    }

    private float Sum(int band, float[] power)
    {
        float sum = 0;
        (int first, int end) = _bank.Bins(band);
        for (int bin = first; bin < end; bin++)
        {
            sum += _bank[band, bin] * power[bin];
        }

        return sum;
    }
}
