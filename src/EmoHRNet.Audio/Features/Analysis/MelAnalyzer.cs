using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>Computes mel bands frame by frame: window, transform, filter, compress. Immutable and thread-safe.</summary>
internal sealed class MelAnalyzer : IFrameAnalyzer
{
    private readonly MelSpectrogramOptions _options;
    private readonly FrameTransform _transform;
    private readonly MelFilterBank _filters;
    private readonly float[] _window;

    public MelAnalyzer(MelSpectrogramOptions options)
    {
        _options = options;
        _transform = FrameTransform.Create(options.FftSize);
        _filters = new MelFilterBank(options);
        _window = WindowFunction.Create(options.Window, options.WindowLength);
    }

    public int RowCount => _options.BandCount;

    public int SampleCount => _window.Length;

    // The window is centered in the transform, as in torch.stft.
    private int Margin => (_options.FftSize - _options.WindowLength) / 2;

    public long Start(long frame) => (frame * _options.HopLength) + Margin - (_options.Center ? _options.FftSize / 2 : 0);

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

    // Transposes frames to lanes, four frames at a time: creating a vector is faster than setting its elements.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(ReadOnlySpan<float> samples, int count, Span<float> frames)
    {
        frames.Clear();
        frames = frames.Slice(Margin * FrameTransform.Lanes, _window.Length * FrameTransform.Lanes);
        int lane = 0;
        for (; lane + 4 <= count; lane += 4)
        {
            GatherFour(samples[(lane * _options.HopLength)..], MemoryMarshal.Cast<float, Vector128<float>>(frames[lane..]));
        }

        for (; lane < count; lane++)
        {
            ReadOnlySpan<float> frame = samples.Slice(lane * _options.HopLength, _window.Length);
            for (int i = 0; i < frame.Length; i++)
            {
                frames[(i * FrameTransform.Lanes) + lane] = frame[i] * _window[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GatherFour(ReadOnlySpan<float> samples, Span<Vector128<float>> lanes)
    {
        ReadOnlySpan<float> window = _window;
        ReadOnlySpan<float> first = samples[..window.Length];
        ReadOnlySpan<float> second = samples.Slice(_options.HopLength, window.Length);
        ReadOnlySpan<float> third = samples.Slice(2 * _options.HopLength, window.Length);
        ReadOnlySpan<float> fourth = samples.Slice(3 * _options.HopLength, window.Length);
        for (int i = 0; i < window.Length; i++)
        {
            lanes[i * (FrameTransform.Lanes / 4)] = Vector128.Create(first[i], second[i], third[i], fourth[i]) * window[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
