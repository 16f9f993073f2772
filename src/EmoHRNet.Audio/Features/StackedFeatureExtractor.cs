using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Audio.Features;

/// <summary>Extracts everything that <see cref="FeatureOptions"/> can describe: mel or cepstral features, deltas and prosody, stacked.</summary>
/// <remarks>Immutable and safe from many threads. Work buffers are pooled; a call allocates its result alone.</remarks>
public sealed class StackedFeatureExtractor : IFeatureExtractor
{
    private readonly FeaturePipeline _pipeline;

    /// <summary>Prepares windows, filters and transforms.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
    public StackedFeatureExtractor(FeatureOptions? options = null)
    {
        options ??= new FeatureOptions();
        options.Validate();
        _pipeline = new FeaturePipeline(options);
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
