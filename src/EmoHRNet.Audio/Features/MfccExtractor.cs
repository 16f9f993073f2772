using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Audio.Features;

/// <summary>Extracts mel-frequency cepstral coefficients; the bands of the result are the coefficients.</summary>
/// <remarks>Immutable and safe from many threads. Work buffers are pooled; a call allocates its result alone.</remarks>
public sealed class MfccExtractor : IFeatureExtractor
{
    private readonly FeaturePipeline _pipeline;

    /// <summary>Prepares windows, filters and transforms.</summary>
    /// <param name="mel">The mel spectrogram they are computed from; null for the defaults.</param>
    /// <param name="mfcc">The coefficients; null for the defaults.</param>
    /// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
    public MfccExtractor(MelSpectrogramOptions? mel = null, MfccOptions? mfcc = null)
    {
        FeatureOptions options = new() { Kind = FeatureKind.Mfcc, Mel = mel ?? new(), Mfcc = mfcc ?? new() };
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
