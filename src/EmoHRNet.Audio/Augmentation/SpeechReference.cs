using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>The signal level that a signal-to-noise ratio refers to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpeechReference>))]
public enum SpeechReference
{
    /// <summary>The mean power of the whole utterance, pauses included.</summary>
    WholeUtterance,

    /// <summary>The active speech level of ITU-T P.56, which ignores silence around and between sentences.</summary>
    ActiveSpeech,
}
