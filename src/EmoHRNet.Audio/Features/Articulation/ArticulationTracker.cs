using System.Buffers;
using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Tracks formants, spectral shape and voice quality through an utterance, as numbers. Immutable and thread-safe.</summary>
/// <remarks>
/// Spectra are taken over 40 ms under a Hann window, voice quality over four and a half periods of the lowest pitch. A frame depends only
/// on its neighborhood. Groups that the options turn off are zero.
/// </remarks>
public sealed class ArticulationTracker
{
    private readonly ArticulationAnalyzer _analyzer;
    private readonly int _hop;

    /// <summary>Prepares the tracker.</summary>
    /// <param name="sampleRate">Samples per second, 1,000 to 768,000; all four formants need at least 8,000.</param>
    /// <param name="hopLength">Samples between two frames, at least 1; frame t is centered on sample t · hop.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate or the hop is out of range.</exception>
    /// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
    public ArticulationTracker(int sampleRate, int hopLength, ArticulationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, Waveform.MaximumSampleRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(hopLength, 1);
        options ??= new ArticulationOptions();
        options.Validate(sampleRate);
        _analyzer = new ArticulationAnalyzer(options, sampleRate, hopLength, center: 0);
        _hop = hopLength;
    }

    /// <summary>Tracks one utterance.</summary>
    /// <param name="samples">Mono samples in [-1, 1]; every value must be finite.</param>
    /// <returns>One frame per hop, 1 + samples / hop in all.</returns>
    /// <exception cref="ArgumentException">There are no samples, or a sample is not finite.</exception>
    public ArticulationFrame[] Track(ReadOnlySpan<float> samples)
    {
        SampleGuard.ThrowIfUnusable(samples, nameof(samples));
        int frames = 1 + (samples.Length / _hop);
        float[] rented = ArrayPool<float>.Shared.Rent(frames * _analyzer.RowCount);
        Span<float> rows = rented.AsSpan(0, frames * _analyzer.RowCount);
        _analyzer.Analyze(new PaddedSignal(samples, PaddingMode.Zero, 0, samples.Length), 0, rows);
        ArticulationFrame[] result = new ArticulationFrame[frames];
        for (int frame = 0; frame < frames; frame++)
        {
            result[frame] = Read(rows, frames, frame);
        }

        ArrayPool<float>.Shared.Return(rented);
        return result;
    }

    private static ArticulationFrame Read(ReadOnlySpan<float> rows, int frames, int frame)
    {
        ReadOnlySpan<float> column = rows[frame..];
        return new ArticulationFrame(
            FormantAt(column, 0),
            FormantAt(column, 1),
            FormantAt(column, 2),
            FormantAt(column, 3),
            new SpectralShape(
                Value(column, ArticulationRow.Centroid),
                Value(column, ArticulationRow.RollOff),
                Value(column, ArticulationRow.Slope),
                Value(column, ArticulationRow.Flatness),
                Value(column, ArticulationRow.Flux)),
            new VoiceQuality(
                Value(column, ArticulationRow.HarmonicsToNoise), Value(column, ArticulationRow.Jitter), Value(column, ArticulationRow.Shimmer)),
            Value(column, ArticulationRow.Voicing));

        float Value(ReadOnlySpan<float> column, ArticulationRow row, int offset = 0) => column[((int)row + offset) * frames];

        Formant FormantAt(ReadOnlySpan<float> column, int index) =>
            new(Value(column, ArticulationRow.Frequencies, index), Value(column, ArticulationRow.Bandwidths, index));
    }
}
