using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Preparation;

/// <summary>What is brought to the target level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GainNormalization>))]
public enum GainNormalization
{
    /// <summary>Nothing: the samples keep their level.</summary>
    None,

    /// <summary>The largest absolute sample.</summary>
    Peak,

    /// <summary>The root mean square of the samples.</summary>
    Rms,

    /// <summary>The level of the speech, whatever the pauses and the silence around it: <see cref="SpeechLevel"/>.</summary>
    ActiveSpeech,
}
