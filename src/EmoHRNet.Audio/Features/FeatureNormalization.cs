using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Features;

/// <summary>How features are shifted and scaled before they reach a network.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeatureNormalization>))]
public enum FeatureNormalization
{
    /// <summary>As computed.</summary>
    None,

    /// <summary>Zero mean and unit variance over all bands and frames of the utterance.</summary>
    PerUtterance,

    /// <summary>Zero mean and unit variance over the frames of the utterance, each band by itself (cepstral mean and variance normalization).</summary>
    PerUtteranceBand,

    /// <summary>Each band by the mean and standard deviation of a training corpus.</summary>
    Corpus,
}
