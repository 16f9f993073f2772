using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Features;

/// <summary>The features of the first channel.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeatureKind>))]
public enum FeatureKind
{
    /// <summary>The mel spectrogram.</summary>
    LogMel,

    /// <summary>Mel-frequency cepstral coefficients.</summary>
    Mfcc,
}
