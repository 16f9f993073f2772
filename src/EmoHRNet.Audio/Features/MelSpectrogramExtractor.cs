using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Audio.Features;

/// <summary>Extracts mel spectrograms with the values of torchaudio's <c>MelSpectrogram</c>, in logarithm and normalized by default.</summary>
/// <remarks>Immutable and safe from many threads. Work buffers are pooled; a call allocates its result alone.</remarks>
public sealed class MelSpectrogramExtractor : IFeatureExtractor
{
    private readonly FeaturePipeline _pipeline;

    /// <summary>Prepares windows, filters and transforms.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
    public MelSpectrogramExtractor(MelSpectrogramOptions? options = null)
    {
        options ??= new MelSpectrogramOptions();
        options.Validate();
        _pipeline = new FeaturePipeline(new FeatureOptions { Mel = options });
    }

    /// <inheritdoc/>
    public int SampleRate => _pipeline.SampleRate;

    /// <inheritdoc/>
    public int ChannelCount => _pipeline.ChannelCount;

    /// <inheritdoc/>
    public int BandCount => _pipeline.BandCount;

    /// <inheritdoc/>
    public int HopLength => _pipeline.HopLength;

    /// <inheritdoc/>
    public int FrameCount(int sampleCount) => _pipeline.FrameCount(sampleCount);

    /// <inheritdoc/>
    public Spectrogram Extract(ReadOnlySpan<float> samples) => _pipeline.Extract(samples);
}
