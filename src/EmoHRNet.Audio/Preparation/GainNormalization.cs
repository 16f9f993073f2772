using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Preparation;

/// <summary>The measure that is brought to the target level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GainNormalization>))]
public enum GainNormalization
{
    /// <summary>Nothing: the samples keep their level.</summary>
    None,

    /// <summary>The largest absolute sample.</summary>
    Peak,

    /// <summary>The root mean square of the samples.</summary>
    Rms,

    /// <summary>The level of the speech, independent of pauses and surrounding silence: <see cref="SpeechLevel"/>.</summary>
    ActiveSpeech,
}
