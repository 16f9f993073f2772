using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>
/// Extracts the 88 functionals of eGeMAPSv02, the extended Geneva Minimalistic Acoustic Parameter Set, for classifiers that
/// take one vector per utterance. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Names and order follow openSMILE's configuration eGeMAPSv02, definitions F. Eyben et al., "The Geneva Minimalistic
/// Acoustic Parameter Set (GeMAPS) for voice research and affective computing", IEEE Transactions on Affective Computing 7(2), 2016.
/// Pitch, formants, jitter, shimmer and harmonics-to-noise ratio are computed by this library's own methods and agree with Praat rather
/// than with openSMILE, so train and predict with the same extractor. docs/features.md lists all differences.
/// </remarks>
public sealed class EGemapsExtractor
{
    private readonly ContourExtractor _contours = new();

    /// <summary>The names of the values, in order, such as for the header of a table.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. EGemapsSummary.Of(new Contours(frameCount: 1), meanSquare: 0).Select(v => v.Name)];

    /// <summary>Extracts the values of one utterance.</summary>
    /// <param name="samples">Mono samples in [-1, 1]; every value must be finite.</param>
    /// <param name="sampleRate">Their sample rate in hertz, 1,000 to 768,000; other rates than 16,000 are resampled to it.</param>
    /// <returns>
    /// As many values as there are <see cref="Names"/>, all finite. Values that cannot be measured are 0, such as those of the voice where
    /// no frame is voiced.
    /// </returns>
    /// <exception cref="ArgumentException">There are no samples, or a sample is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is out of range.</exception>
    public float[] Extract(ReadOnlySpan<float> samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, Waveform.MaximumSampleRate);
        SampleGuard.ThrowIfUnusable(samples, nameof(samples));
        if (sampleRate != ContourExtractor.SampleRate)
        {
            samples = new Resampler(sampleRate, ContourExtractor.SampleRate).Resample(samples);
        }

        return [.. EGemapsSummary.Of(_contours.Extract(samples), Levels.MeanSquare(samples)).Select(v => v.Value)];
    }

    /// <summary>Extracts the values of one utterance; several channels are averaged.</summary>
    /// <param name="waveform">The utterance; at least one sample.</param>
    /// <returns>As many values as there are <see cref="Names"/>.</returns>
    /// <exception cref="ArgumentException">There are no samples, or a sample is not finite.</exception>
    public float[] Extract(Waveform waveform)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return Extract(waveform.ToMono().Channel(0), waveform.SampleRate);
    }
}
