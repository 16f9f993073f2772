using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Preparation;

/// <summary>How sharply the resampler's low-pass filter separates the pass band from frequencies that would alias.</summary>
/// <remarks>
/// Every preset is a sinc windowed by a Kaiser window. The pass band and the stop band are given as fractions of the lower
/// of the two Nyquist frequencies; the attenuation is the stop band's.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ResamplingQuality>))]
public enum ResamplingQuality
{
    /// <summary>16 zero crossings per side, 85 dB: passes up to 0.75 and stops above 1.08. For interactive use.</summary>
    Fast,

    /// <summary>48 zero crossings per side, 110 dB: passes up to 0.85 and stops above 1. For training and inference.</summary>
    Standard,

    /// <summary>96 zero crossings per side, 130 dB: passes up to 0.91 and stops above 1. For measurements.</summary>
    Best,
}
