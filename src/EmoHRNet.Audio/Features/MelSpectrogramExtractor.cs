namespace EmoHRNet.Audio.Features;

/// <summary>Extracts mel spectrograms with the values of torchaudio's <c>MelSpectrogram</c>, logarithmic and normalized by default.</summary>
/// <remarks>Immutable and thread-safe. Work buffers are pooled; a call allocates only its result.</remarks>
/// <param name="options">The options; null for the defaults.</param>
/// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
public sealed class MelSpectrogramExtractor(MelSpectrogramOptions? options = null) : PipelineExtractor(new FeatureOptions { Mel = Checked(options) });
