using System.Text.Json.Serialization;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>What replaces masked values.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MaskFill>))]
public enum MaskFill
{
    /// <summary>The fill value of the options; 0 is the mean of normalized features.</summary>
    Constant,

    /// <summary>The mean of the channel before masking.</summary>
    Mean,

    /// <summary>The smallest value of the channel before masking: silence in a log-mel spectrogram.</summary>
    Minimum,
}
