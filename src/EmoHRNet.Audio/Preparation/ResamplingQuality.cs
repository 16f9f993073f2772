using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Preparation;

/// <summary>How sharply the resampler's low-pass filter separates what is kept from what would alias.</summary>
/// <remarks>
/// Every preset is a sinc windowed by a Kaiser window. The pass band and the stop band are given as fractions of the lower
/// of the two Nyquist frequencies, the attenuation is that of the stop band.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ResamplingQuality>))]
public enum ResamplingQuality
{
    /// <summary>16 zero crossings a side, 85 dB: passes up to 0.75 and stops from 1.08 on. For interactive use.</summary>
    Fast,

    /// <summary>48 zero crossings a side, 110 dB: passes up to 0.85 and stops from 1 on. For training and inference.</summary>
    Standard,

    /// <summary>96 zero crossings a side, 130 dB: passes up to 0.91 and stops from 1 on. For measurements.</summary>
    Best,
}
