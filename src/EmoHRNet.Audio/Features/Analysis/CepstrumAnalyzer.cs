using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>Computes mel-frequency cepstral coefficients: the orthonormal DCT-II of the compressed mel bands, liftered.</summary>
internal sealed class CepstrumAnalyzer : IFrameAnalyzer
{
    private readonly MelAnalyzer _mel;
    private readonly float[,] _basis;

    public CepstrumAnalyzer(MelSpectrogramOptions mel, MfccOptions options)
    {
        _mel = new MelAnalyzer(mel);
        _basis = options.Basis(mel.BandCount);
    }

    public int RowCount => _basis.GetLength(0);

    public int SampleCount => _mel.SampleCount;

    public long Start(long frame) => _mel.Start(frame);

    public void Analyze(PaddedSignal signal, long firstFrame, Span<float> destination)
    {
        int frames = destination.Length / RowCount;
        float[] rented = ArrayPool<float>.Shared.Rent(frames * _mel.RowCount);
        Span<float> bands = rented.AsSpan(0, frames * _mel.RowCount);
        _mel.Analyze(signal, firstFrame, bands);
        for (int k = 0; k < RowCount; k++)
        {
            Span<float> coefficient = destination.Slice(k * frames, frames);
            coefficient.Clear();
            for (int band = 0; band < _mel.RowCount; band++)
            {
                AddScaled(bands.Slice(band * frames, frames), _basis[k, band], coefficient);
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(ReadOnlySpan<float> source, float weight, Span<float> target)
    {
        ReadOnlySpan<Vector<float>> sources = MemoryMarshal.Cast<float, Vector<float>>(source);
        Span<Vector<float>> targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        for (int i = 0; i < sources.Length; i++)
        {
            targets[i] += sources[i] * weight;
        }

        for (int i = sources.Length * Vector<float>.Count; i < source.Length; i++)
        {
            target[i] += source[i] * weight;
        }
    }
}
