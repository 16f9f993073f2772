using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Features;

/// <summary>Computes mel bands frame by frame: window, transform, filter, compress. Immutable and safe from many threads.</summary>
internal sealed class MelAnalyzer
{
    private readonly MelSpectrogramOptions _options;
    private readonly FrameTransform _transform;
    private readonly MelFilterBank _filters;
    private readonly float[] _window;
    private readonly int[] _offsets;

    public MelAnalyzer(MelSpectrogramOptions options)
    {
        _options = options;
        _transform = FrameTransform.Create(options.FftSize);
        _filters = new MelFilterBank(options);
        _window = WindowFunction.Create(options.Window, options.WindowLength);
        int margin = (options.FftSize - options.WindowLength) / 2;
        _offsets = [.. Enumerable.Range(0, options.WindowLength).Select(i => _transform.Slot(margin + i) * FrameTransform.Lanes)];
    }

    /// <summary>Fills frames of a [band, frame] matrix.</summary>
    /// <param name="signal">The signal with its padding.</param>
    /// <param name="firstFrame">The index in the signal of the first frame to compute.</param>
    /// <param name="destination">Receives the bands; as many frames as fit are computed.</param>
    public void Analyze(PaddedSignal signal, long firstFrame, Span<float> destination)
    {
        int lanes = FrameTransform.Lanes;
        int frameCount = destination.Length / _options.BandCount;
        int longest = ((lanes - 1) * _options.HopLength) + _window.Length;
        int spectra = (_transform.Size + _transform.BinCount) * lanes;
        float[] rented = ArrayPool<float>.Shared.Rent(longest + spectra);
        Span<float> scratch = rented.AsSpan(spectra, longest);
        Span<float> frames = rented.AsSpan(0, _transform.Size * lanes);
        Span<Vector<float>> power = MemoryMarshal.Cast<float, Vector<float>>(rented.AsSpan(frames.Length, _transform.BinCount * lanes));
        for (int frame = 0; frame < frameCount; frame += lanes)
        {
            int count = Math.Min(lanes, frameCount - frame);
            int length = ((count - 1) * _options.HopLength) + _window.Length;
            Gather(signal.Read(Start(firstFrame + frame), length, scratch), count, frames);
            _transform.PowerSpectra(MemoryMarshal.Cast<float, Vector<float>>(frames), power);
            Filter(power, count, destination, frame, frameCount);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The index in the signal of the first sample under the window of a frame; below 0 inside the padding.</summary>
    public long Start(long frame)
    {
        int margin = (_options.FftSize - _options.WindowLength) / 2;
        return (frame * _options.HopLength) + margin - (_options.Center ? _options.FftSize / 2 : 0);
    }

    private void Gather(ReadOnlySpan<float> samples, int count, Span<float> frames)
    {
        frames.Clear();
        for (int i = 0; i < _window.Length; i++)
        {
            float weight = _window[i];
            Span<float> lanes = frames.Slice(_offsets[i], count);
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                lanes[lane] = samples[(lane * _options.HopLength) + i] * weight;
            }
        }
    }

    private void Filter(Span<Vector<float>> power, int count, Span<float> destination, int frame, int frameCount)
    {
        if (_options.Power == 1)
        {
            for (int i = 0; i < power.Length; i++)
            {
                power[i] = Vector.SquareRoot(power[i]);
            }
        }

        Span<float> partial = stackalloc float[FrameTransform.Lanes];
        for (int band = 0; band < _options.BandCount; band++)
        {
            Vector<float> value = Compress(_filters.Apply(band, power));
            Span<float> target = destination.Slice((band * frameCount) + frame, count);
            if (count == FrameTransform.Lanes)
            {
                value.CopyTo(target);
            }
            else
            {
                value.CopyTo(partial);
                partial[..count].CopyTo(target);
            }
        }
    }

    private Vector<float> Compress(Vector<float> value)
    {
        if (_options.Log == LogScale.None)
        {
            return value;
        }

        Vector<float> logarithm = Vector.Log(Vector.Max(value, new Vector<float>((float)_options.LogFloor)));
        return _options.Log == LogScale.Natural ? logarithm : logarithm * (float)(20 / Math.Log(10) / _options.Power);
    }
}
