using System.Buffers;
using System.Runtime.CompilerServices;
using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Audio.Features.Prosody;

/// <summary>Computes three rows: pitch in hertz (0 where none is found), voicing probability, and energy, 0 at silence and 1 at full scale.</summary>
internal sealed class ProsodyAnalyzer : IFrameAnalyzer
{
    private readonly PitchEstimator _pitch;
    private readonly double _silence;
    private readonly int _hop;
    private readonly int _center;

    /// <param name="options">Valid options.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="hopLength">Samples between frames.</param>
    /// <param name="center">The sample in the middle of the first frame.</param>
    public ProsodyAnalyzer(ProsodyOptions options, int sampleRate, int hopLength, int center)
    {
        _pitch = new PitchEstimator(options, sampleRate);
        _silence = options.SilenceDecibels;
        (_hop, _center) = (hopLength, center);
    }

    public int RowCount => 3;

    public int SampleCount => _pitch.SampleCount;

    public static ReadOnlySpan<float> Pitch(ReadOnlySpan<float> rows) => rows[..(rows.Length / 3)];

    public static ReadOnlySpan<float> Voicing(ReadOnlySpan<float> rows) => rows.Slice(rows.Length / 3, rows.Length / 3);

    public static Span<float> Energy(Span<float> rows) => rows[(rows.Length / 3 * 2)..];

    public static ReadOnlySpan<float> Energy(ReadOnlySpan<float> rows) => rows[(rows.Length / 3 * 2)..];

    public long Start(long frame) => (frame * _hop) + _center - (SampleCount / 2);

    public void Analyze(PaddedSignal signal, long firstFrame, Span<float> destination)
    {
        int frames = destination.Length / RowCount;
        float[] rented = ArrayPool<float>.Shared.Rent(SampleCount + _pitch.ScratchLength);
        Span<float> scratch = rented.AsSpan(SampleCount, _pitch.ScratchLength);
        for (int i = 0; i < frames; i++)
        {
            ReadOnlySpan<float> frame = signal.Read(Start(firstFrame + i), SampleCount, rented);
            float energy = Level(frame);
            (float pitch, float voicing) = energy > 0 ? _pitch.Estimate(frame, scratch) : (0, 0);
            destination[i] = pitch;
            destination[frames + i] = voicing;
            destination[(2 * frames) + i] = energy;
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Level(ReadOnlySpan<float> frame)
    {
        double sum = 0;
        foreach (float sample in frame)
        {
            sum += sample * sample;
        }

        double decibels = 10 * Math.Log10(sum / frame.Length);
        return (float)Math.Max(0, 1 - (decibels / _silence));
    }
}
