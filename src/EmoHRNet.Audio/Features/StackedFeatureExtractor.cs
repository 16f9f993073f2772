namespace EmoHRNet.Audio.Features;

/// <summary>Extracts all features of <see cref="FeatureOptions"/>, stacked as channels: mel or cepstral features, deltas, prosody, articulation.</summary>
/// <remarks>Immutable and thread-safe. Work buffers are pooled; a call allocates only its result.</remarks>
/// <param name="options">The options; null for the defaults.</param>
/// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
public sealed class StackedFeatureExtractor(FeatureOptions? options = null) : PipelineExtractor(Checked(options));
