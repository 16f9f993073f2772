using System.Buffers;
using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Features.Prosody;

/// <summary>Tracks pitch, voicing and energy through an utterance, as numbers. Immutable and thread-safe.</summary>
/// <remarks>
/// Pitch is estimated by YIN with the threshold distribution of pYIN, and octave errors of single frames are corrected. No global path is
/// searched, so a frame depends only on its neighborhood, and streaming extraction gives the same values.
/// </remarks>
public sealed class ProsodyTracker
{
    private readonly ProsodyAnalyzer _analyzer;
    private readonly int _hop;

    /// <summary>Prepares the tracker.</summary>
    /// <param name="sampleRate">Samples per second, 1,000 to 768,000.</param>
    /// <param name="hopLength">Samples between two frames, at least 1; frame t is centered on sample t · hop.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate or the hop is out of range.</exception>
    /// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
    public ProsodyTracker(int sampleRate, int hopLength, ProsodyOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, Waveform.MaximumSampleRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(hopLength, 1);
        options ??= new ProsodyOptions();
        options.Validate(sampleRate);
        _analyzer = new ProsodyAnalyzer(options, sampleRate, hopLength, center: 0);
        _hop = hopLength;
    }

    /// <summary>Tracks one utterance.</summary>
    /// <param name="samples">Mono samples in [-1, 1]; every value must be finite.</param>
    /// <returns>One frame per hop, 1 + samples / hop in all.</returns>
    /// <exception cref="ArgumentException">There are no samples, or a sample is not finite.</exception>
    public ProsodyFrame[] Track(ReadOnlySpan<float> samples)
    {
        SampleGuard.ThrowIfUnusable(samples, nameof(samples));
        int frames = 1 + (samples.Length / _hop);
        float[] rented = ArrayPool<float>.Shared.Rent(frames * _analyzer.RowCount);
        Span<float> rows = rented.AsSpan(0, frames * _analyzer.RowCount);
        _analyzer.Analyze(new PaddedSignal(samples, PaddingMode.Zero, 0, samples.Length), 0, rows);
        ReadOnlySpan<float> pitch = ProsodyAnalyzer.Pitch(rows);
        ReadOnlySpan<float> voicing = ProsodyAnalyzer.Voicing(rows);
        ReadOnlySpan<float> energy = ProsodyAnalyzer.Energy(rows);
        ProsodyFrame[] result = new ProsodyFrame[frames];
        for (int i = 0; i < frames; i++)
        {
            result[i] = new ProsodyFrame(PitchCorrection.At(pitch, voicing, i), voicing[i], energy[i]);
        }

        ArrayPool<float>.Shared.Return(rented);
        return result;
    }
}
