namespace EmoHRNet.Audio.Features;

/// <summary>Extracts all features that <see cref="FeatureOptions"/> can describe, stacked as channels: mel or cepstral features, deltas, prosody, articulation.</summary>
/// <remarks>Immutable and safe from many threads. Work buffers are pooled; a call allocates its result alone.</remarks>
/// <param name="options">The options; null for the defaults.</param>
/// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
public sealed class StackedFeatureExtractor(FeatureOptions? options = null) : PipelineExtractor(Checked(options));
