using EmoHRNet.Audio.Features;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>The label for the values of a spectrogram.</summary>
internal static class ValueLabel
{
    public static string Of(MelSpectrogramOptions features) => Label(features, features.Power == 2 ? "Power" : "Magnitude");

    public static string OfDifference(MelSpectrogramOptions features) =>
        Label(features, features.Power == 2 ? "Power difference" : "Magnitude difference");

    private static string Label(MelSpectrogramOptions features, string quantity)
    {
        string scaled = features.Log switch
        {
            LogScale.Natural => $"Log {quantity.ToLowerInvariant()}",
            LogScale.Decibel => $"{quantity} (dB)",
            _ => quantity,
        };
        return features.Normalization == FeatureNormalization.None ? scaled : $"{scaled}, normalized";
    }
}
