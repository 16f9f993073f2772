using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>The codecs that <see cref="RecodedFile"/> can store an utterance with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LossyCodec>))]
public enum LossyCodec
{
    /// <summary>MPEG-1 and MPEG-2 audio layer 3.</summary>
    Mp3,

    /// <summary>Advanced Audio Coding in MP4, used for voice notes on phones.</summary>
    Aac,

    /// <summary>Vorbis in Ogg.</summary>
    Vorbis,

    /// <summary>GSM full rate, the codec of older mobile phones: always 13.2 kbit/s at 8 kHz, whatever bit rate is set.</summary>
    Gsm,
}
