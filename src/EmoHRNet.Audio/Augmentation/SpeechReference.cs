using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>What a signal-to-noise ratio takes for the level of the signal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpeechReference>))]
public enum SpeechReference
{
    /// <summary>The mean power of the whole utterance, pauses included.</summary>
    WholeUtterance,

    /// <summary>The active speech level of ITU-T P.56: silence around and between sentences does not count.</summary>
    ActiveSpeech,
}
