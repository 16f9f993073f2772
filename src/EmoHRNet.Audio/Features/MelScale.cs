using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Features;

/// <summary>The formula that converts hertz to mel.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MelScale>))]
public enum MelScale
{
    /// <summary>2595 log10(1 + f / 700), as in HTK and torchaudio's default.</summary>
    Htk,

    /// <summary>Linear below 1 kHz, logarithmic above, as in Slaney's Auditory Toolbox and librosa's default.</summary>
    Slaney,
}
