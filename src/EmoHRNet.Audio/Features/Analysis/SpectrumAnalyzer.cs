using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>Computes power spectra of windowed frames. Immutable and thread-safe.</summary>
internal sealed class SpectrumAnalyzer
{
    private readonly FrameTransform _transform;
    private readonly float[] _window;

    /// <param name="window">The window; frames are as long, and padded with zeros to the next power of two.</param>
    public SpectrumAnalyzer(float[] window)
    {
        _window = window;
        _transform = FrameTransform.Create((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, window.Length)));
    }

    /// <summary>The number of samples of a frame.</summary>
    public int SampleCount => _window.Length;

    /// <summary>The number of samples of the transform.</summary>
    public int FftSize => _transform.Size;

    /// <summary>The number of bins of a spectrum, from 0 Hz to half the sample rate.</summary>
    public int BinCount => _transform.BinCount;

    /// <summary>Computes |X|² of consecutive frames.</summary>
    /// <param name="signal">The signal with its padding.</param>
    /// <param name="start">The first sample of the first frame.</param>
    /// <param name="hop">The number of samples between frames.</param>
    /// <param name="power">Receives [frame, bin]; as many frames as fit.</param>
    public void Analyze(PaddedSignal signal, long start, int hop, Span<float> power)
    {
        int lanes = FrameTransform.Lanes;
        int count = power.Length / BinCount;
        int laneValues = (_transform.Size + BinCount) * lanes;
        float[] rented = ArrayPool<float>.Shared.Rent(laneValues + _window.Length);
        Span<float> frames = rented.AsSpan(0, _transform.Size * lanes);
        Span<float> spectra = rented.AsSpan(frames.Length, BinCount * lanes);
        for (int first = 0; first < count; first += lanes)
        {
            int some = Math.Min(lanes, count - first);
            frames.Clear();
            for (int lane = 0; lane < some; lane++)
            {
                Load(signal.Read(start + ((long)(first + lane) * hop), _window.Length, rented.AsSpan(laneValues)), frames[lane..]);
            }

            _transform.PowerSpectra(MemoryMarshal.Cast<float, Vector<float>>(frames), MemoryMarshal.Cast<float, Vector<float>>(spectra));
            for (int lane = 0; lane < some; lane++)
            {
                Unload(spectra[lane..], power.Slice((first + lane) * BinCount, BinCount));
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    private void Load(ReadOnlySpan<float> samples, Span<float> lane)
    {
        for (int i = 0; i < _window.Length; i++)
        {
            lane[i * FrameTransform.Lanes] = samples[i] * _window[i];
        }
    }

    private static void Unload(ReadOnlySpan<float> lane, Span<float> power)
    {
        for (int i = 0; i < power.Length; i++)
        {
            power[i] = lane[i * FrameTransform.Lanes];
        }
    }
}
