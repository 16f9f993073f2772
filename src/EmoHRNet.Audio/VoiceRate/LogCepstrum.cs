using System.Numerics;
using System.Runtime.InteropServices;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.VoiceRate;

/// <summary>
/// The shape of spectra over a logarithmic frequency axis, on which another sample rate is a shift: the first coefficients of the
/// cosine transform of third-octave levels. Not thread-safe.
/// </summary>
internal sealed class LogCepstrum
{
    /// <summary>The number of coefficients, small enough to smooth harmonics away.</summary>
    public const int Count = 4;

    private const int Bands = 18; // the nominal centers 125, 160, ... 6,300 Hz
    private const double LowestEdge = 2.05; // log10 of hertz
    private const double Floor = 3.2e-4; // -35 dB of the frame; below, there is as much noise as voice

    private readonly FrameTransform _transform;
    private readonly float[] _window;
    private readonly double[] _edges;
    private readonly Vector<float>[] _frames;
    private readonly Vector<float>[] _spectra;

    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="length">The number of samples of a frame, a power of two.</param>
    public LogCepstrum(int sampleRate, int length)
    {
        _transform = FrameTransform.Create(length);
        _window = WindowFunction.Create(WindowShape.Hann, length);
        _edges = [.. Enumerable.Range(0, Bands + 1).Select(i => (Math.Pow(10, LowestEdge + (i / 10d)) * length / sampleRate) + 0.5)];
        _frames = new Vector<float>[length];
        _spectra = new Vector<float>[_transform.BinCount];
    }

    /// <summary>The coefficients, in dB, of the frames that start at the given samples of a clip and lie inside it.</summary>
    public double[][] Of(ReadOnlySpan<float> samples, ReadOnlySpan<int> starts)
    {
        double[][] cepstra = new double[starts.Length][];
        for (int first = 0; first < starts.Length; first += FrameTransform.Lanes)
        {
            ReadOnlySpan<int> some = starts[first..Math.Min(starts.Length, first + FrameTransform.Lanes)];
            Load(samples, some);
            _transform.PowerSpectra(_frames, _spectra);
            for (int lane = 0; lane < some.Length; lane++)
            {
                cepstra[first + lane] = Cepstrum(lane);
            }
        }

        return cepstra;
    }

    private void Load(ReadOnlySpan<float> samples, ReadOnlySpan<int> starts)
    {
        Span<float> lanes = MemoryMarshal.Cast<Vector<float>, float>(_frames.AsSpan());
        for (int lane = 0; lane < starts.Length; lane++)
        {
            for (int i = 0; i < _window.Length; i++)
            {
                lanes[(i * FrameTransform.Lanes) + lane] = samples[starts[lane] + i] * _window[i];
            }
        }
    }

    private double[] Cepstrum(int lane)
    {
        double[] bands = [.. Enumerable.Range(0, Bands).Select(band => Energy(lane, _edges[band], _edges[band + 1]))];
        double total = bands.Sum() + double.Epsilon;
        double[] cepstrum = new double[Count];
        for (int band = 0; band < Bands; band++)
        {
            double level = 10 * Math.Log10((bands[band] / total) + Floor);
            for (int k = 0; k < Count; k++)
            {
                cepstrum[k] += level * Math.Cos(Math.PI * (k + 1) * (band + 0.5) / Bands) / Bands;
            }
        }

        return cepstrum;
    }

    // Spreads the energy of each bin evenly, because the lowest bands are hardly wider than a bin.
    private double Energy(int lane, double from, double to)
    {
        double sum = 0;
        for (int bin = (int)from; bin < to && bin < _spectra.Length; bin++)
        {
            sum += _spectra[bin][lane] * (Math.Min(to, bin + 1) - Math.Max(from, bin));
        }

        return sum;
    }
}
