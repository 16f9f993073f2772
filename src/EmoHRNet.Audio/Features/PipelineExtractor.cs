using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Audio.Features;

/// <summary>The base of the built-in extractors: it runs the pipeline that <see cref="FeatureOptions"/> describes.</summary>
/// <remarks>Immutable and thread-safe. Work buffers are pooled; a call allocates only its result.</remarks>
public abstract class PipelineExtractor : IFeatureExtractor
{
    private readonly FeaturePipeline _pipeline;

    /// <param name="options">Valid options.</param>
    private protected PipelineExtractor(FeatureOptions options) => _pipeline = new FeaturePipeline(options);

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

    /// <summary>Returns validated options; the defaults for null.</summary>
    private protected static T Checked<T>(T? options)
        where T : Audio.Options.ValidatedOptions, new()
    {
        options ??= new T();
        options.Validate();
        return options;
    }
}
