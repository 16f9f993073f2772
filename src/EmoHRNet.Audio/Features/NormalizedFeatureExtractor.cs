using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Audio.Features;

/// <summary>Normalizes each channel of another extractor's features over the utterance, as networks expect, because padding is zero.</summary>
/// <remarks>Thread-safe if the other extractor is.</remarks>
public sealed class NormalizedFeatureExtractor : IFeatureExtractor
{
    private readonly IFeatureExtractor _extractor;
    private readonly FeatureNormalization _normalization;

    /// <summary>Wraps an extractor.</summary>
    /// <param name="extractor">The extractor.</param>
    /// <param name="normalization"><see cref="FeatureNormalization.PerUtteranceBand"/> (the default) or <see cref="FeatureNormalization.PerUtterance"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The normalization is not one per utterance.</exception>
    public NormalizedFeatureExtractor(IFeatureExtractor extractor, FeatureNormalization normalization = FeatureNormalization.PerUtteranceBand)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        if (normalization is not (FeatureNormalization.PerUtteranceBand or FeatureNormalization.PerUtterance))
        {
            throw new ArgumentOutOfRangeException(
                nameof(normalization), normalization, $"Expected {FeatureNormalization.PerUtteranceBand} or {FeatureNormalization.PerUtterance}.");
        }

        (_extractor, _normalization) = (extractor, normalization);
    }

    /// <inheritdoc/>
    public string Name => $"{_extractor.Name}, normalized {_normalization}";

    /// <inheritdoc/>
    public int SampleRate => _extractor.SampleRate;

    /// <inheritdoc/>
    public int ChannelCount => _extractor.ChannelCount;

    /// <inheritdoc/>
    public int BandCount => _extractor.BandCount;

    /// <inheritdoc/>
    public int HopLength => _extractor.HopLength;

    /// <inheritdoc/>
    public int FrameCount(int sampleCount) => _extractor.FrameCount(sampleCount);

    /// <inheritdoc/>
    public Spectrogram Extract(ReadOnlySpan<float> samples)
    {
        Spectrogram result = _extractor.Extract(samples);
        int length = result.BandCount * result.FrameCount;
        for (int channel = 0; channel < result.ChannelCount; channel++)
        {
            SpectrogramNormalization.Apply(result.Values.Slice(channel * length, length), result.BandCount, _normalization, statistics: null);
        }

        return result;
    }
}
