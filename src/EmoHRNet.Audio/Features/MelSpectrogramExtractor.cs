namespace EmoHRNet.Audio.Features;

/// <summary>Extracts mel spectrograms with the values of torchaudio's <c>MelSpectrogram</c>, in logarithm and normalized by default.</summary>
/// <remarks>Immutable and safe from many threads. A call allocates its result and nothing that grows with the signal.</remarks>
public sealed class MelSpectrogramExtractor : IFeatureExtractor
{
    private readonly MelSpectrogramOptions _options;
    private readonly MelAnalyzer _analyzer;

    /// <summary>Prepares windows, filters and transforms.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
    public MelSpectrogramExtractor(MelSpectrogramOptions? options = null)
    {
        _options = options ?? new MelSpectrogramOptions();
        _options.Validate();
        _analyzer = new MelAnalyzer(_options);
    }

    /// <inheritdoc/>
    public int SampleRate => _options.SampleRate;

    /// <inheritdoc/>
    public int ChannelCount => 1;

    /// <inheritdoc/>
    public int BandCount => _options.BandCount;

    /// <inheritdoc/>
    public int HopLength => _options.HopLength;

    /// <inheritdoc/>
    public int FrameCount(int sampleCount) => _options.FrameCount(sampleCount);

    /// <inheritdoc/>
    public Spectrogram Extract(ReadOnlySpan<float> samples)
    {
        SampleGuard.ThrowIfUnusable(samples, nameof(samples));
        Spectrogram result = new(1, BandCount, FrameCount(samples.Length));
        _analyzer.Analyze(new PaddedSignal(samples, _options.PadMode, 0, samples.Length), 0, result.Values);
        SpectrogramNormalization.Apply(result.Values, BandCount, _options.Normalization, _options.Statistics);
        return result;
    }
}
