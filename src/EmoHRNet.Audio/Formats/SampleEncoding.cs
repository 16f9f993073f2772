using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Formats;

/// <summary>How one sample is stored. Integers are scaled so that full scale becomes [-1, 1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SampleEncoding>))]
public enum SampleEncoding
{
    /// <summary>Unsigned 8-bit integers, 128 being zero: the 8-bit form of WAV.</summary>
    Pcm8,

    /// <summary>Signed 8-bit integers: the 8-bit form of AIFF.</summary>
    SignedPcm8,

    /// <summary>Signed 16-bit integers.</summary>
    Pcm16,

    /// <summary>Signed 24-bit integers in 3 bytes.</summary>
    Pcm24,

    /// <summary>Signed 32-bit integers.</summary>
    Pcm32,

    /// <summary>Signed 24-bit integers in the lower three of 4 bytes: S24_LE of ALSA.</summary>
    Pcm24In32,

    /// <summary>Signed 64-bit integers.</summary>
    Pcm64,

    /// <summary>IEEE 754 single precision.</summary>
    Ieee32,

    /// <summary>IEEE 754 double precision.</summary>
    Ieee64,

    /// <summary>ITU-T G.711 A-law, 8 bits.</summary>
    ALaw,

    /// <summary>ITU-T G.711 mu-law, 8 bits.</summary>
    MuLaw,
}
