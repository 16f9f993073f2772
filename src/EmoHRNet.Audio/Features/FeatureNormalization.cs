using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Features;

/// <summary>How features are shifted and scaled before they reach a network.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeatureNormalization>))]
public enum FeatureNormalization
{
    /// <summary>No normalization.</summary>
    None,

    /// <summary>Zero mean and unit variance over all bands and frames of the utterance.</summary>
    PerUtterance,

    /// <summary>Zero mean and unit variance of each band over the utterance (cepstral mean and variance normalization).</summary>
    PerUtteranceBand,

    /// <summary>Each band normalized by its mean and standard deviation over a training corpus.</summary>
    Corpus,
}
