namespace EmoHRNet.Audio.Features;

/// <summary>Turns mono samples into a spectrogram, the input of a network. Implementations are stateless and thread-safe.</summary>
public interface IFeatureExtractor
{
    /// <summary>
    /// The extractor's name in model files: its kind and all settings that change a value, the same on every machine. Default:
    /// <c>ToString</c>, which is the type's name unless it is overridden.
    /// </summary>
    string Name => ToString() ?? GetType().Name;

    /// <summary>The sample rate the samples must have, in hertz.</summary>
    int SampleRate { get; }

    /// <summary>The number of stacked channels of the result (1 for a plain log-mel spectrogram).</summary>
    int ChannelCount { get; }

    /// <summary>The number of bands of the result.</summary>
    int BandCount { get; }

    /// <summary>The distance between two frames, in samples.</summary>
    int HopLength { get; }

    /// <summary>The number of frames that <see cref="Extract"/> returns for a number of samples; at least 0.</summary>
    int FrameCount(int sampleCount);

    /// <summary>Extracts the features of one utterance.</summary>
    /// <param name="samples">Mono samples in [-1, 1] at <see cref="SampleRate"/>; every value must be finite.</param>
    /// <returns>A spectrogram of [<see cref="ChannelCount"/>, <see cref="BandCount"/>, frames].</returns>
    /// <exception cref="ArgumentException">There are no samples, or a sample is not finite.</exception>
    Spectrogram Extract(ReadOnlySpan<float> samples);
}
