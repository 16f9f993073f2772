using System.Numerics;
using System.Runtime.InteropServices;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Inference;

/// <summary>Gathers the pitch and the spectrum of the voiced ones among some frames of a clip. For one thread.</summary>
internal sealed class VoicedSpectrum
{
    private const float Voiced = 0.5f;
    private const int PitchRate = 4_000; // YIN looks below 1 kHz only, and a quarter of the rate costs a sixteenth of the time
    private const double LowestOfPitch = 0.7; // what lies below the pitch is hum and rumble

    private static readonly ProsodyOptions Range = new() { MinPitch = 25, MaxPitch = 1_000 };

    private readonly int _decimation;
    private readonly double _binWidth;
    private readonly PitchEstimator _estimator;
    private readonly FrameTransform _transform;
    private readonly float[] _window;
    private readonly float[] _scratch;
    private readonly double[] _power;
    private readonly List<float> _pitches = [];
    private readonly Vector<float>[] _frames;
    private readonly Vector<float>[] _spectra;
    private int _waiting;

    /// <param name="sampleRate">Samples per second, at least 1,000.</param>
    /// <param name="length">About as many samples shall a frame have.</param>
    public VoicedSpectrum(int sampleRate, int length)
    {
        _decimation = Math.Max(1, sampleRate / PitchRate);
        _estimator = new PitchEstimator(Range with { MaxPitch = Math.Min(Range.MaxPitch, sampleRate / 4d) }, sampleRate / _decimation);
        _transform = FrameTransform.Create((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, length)));
        _binWidth = (double)sampleRate / _transform.Size;
        _window = WindowFunction.Create(WindowShape.Hann, _transform.Size);
        _scratch = new float[_estimator.SampleCount + _estimator.ScratchLength];
        _power = new double[_transform.BinCount];
        _frames = new Vector<float>[_transform.Size];
        _spectra = new Vector<float>[_transform.BinCount];
    }

    /// <summary>The samples of a frame.</summary>
    public int FrameLength => _transform.Size;

    /// <summary>The voiced frames so far.</summary>
    public int FrameCount => _pitches.Count;

    /// <summary>Takes a frame in, if it is voiced.</summary>
    /// <param name="samples">The clip.</param>
    /// <param name="start">The first sample of the frame, which lies inside the clip.</param>
    public void Add(ReadOnlySpan<float> samples, int start)
    {
        (float pitch, float voicing) = Pitch(samples, start + (FrameLength / 2));
        if (voicing < Voiced || pitch <= 0)
        {
            return;
        }

        Span<float> lanes = MemoryMarshal.Cast<Vector<float>, float>(_frames.AsSpan());
        for (int i = 0; i < FrameLength; i++)
        {
            lanes[(i * FrameTransform.Lanes) + _waiting] = samples[start + i] * _window[i];
        }

        _pitches.Add(pitch);
        _waiting++;
        if (_waiting == FrameTransform.Lanes)
        {
            Transform();
        }
    }

    /// <summary>The median pitch in hertz.</summary>
    public double MedianPitch() => _pitches.Order().ElementAt(_pitches.Count / 2);

    /// <summary>The frequency in hertz below which half of the frames' energy lies, from the pitch upwards.</summary>
    public double MedianFrequency()
    {
        Transform();
        double half = _power.Sum() / 2;
        double sum = 0;
        int bin = -1;
        while (sum <= half && bin < _power.Length - 1)
        {
            bin++;
            sum += _power[bin];
        }

        // Within the bin, as if its energy were spread evenly.
        return Math.Max(_binWidth, (bin + 0.5 - ((sum - half) / _power[bin])) * _binWidth);
    }

    private (float Pitch, float Voicing) Pitch(ReadOnlySpan<float> samples, int center)
    {
        Span<float> frame = _scratch.AsSpan(0, _estimator.SampleCount);
        int first = center - (frame.Length * _decimation / 2);
        if (first < 0 || first + (frame.Length * _decimation) > samples.Length)
        {
            return default;
        }

        for (int i = 0; i < frame.Length; i++)
        {
            float sum = 0;
            foreach (float sample in samples.Slice(first + (i * _decimation), _decimation))
            {
                sum += sample;
            }

            frame[i] = sum / _decimation;
        }

        return _estimator.Estimate(frame, _scratch.AsSpan(frame.Length));
    }

    private void Transform()
    {
        _transform.PowerSpectra(_frames, _spectra);
        for (int lane = 0; lane < _waiting; lane++)
        {
            int lowest = (int)Math.Ceiling(LowestOfPitch * _pitches[_pitches.Count - _waiting + lane] / _binWidth);
            for (int bin = lowest; bin < _power.Length; bin++)
            {
                _power[bin] += _spectra[bin][lane];
            }
        }

        _waiting = 0;
    }
}
