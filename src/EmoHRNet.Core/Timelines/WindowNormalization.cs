using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Analysis;

namespace EmoHRNet.Timelines;

/// <summary>Normalizes a window of a recording like a separate utterance, as in training.</summary>
/// <param name="options">The model's features.</param>
internal sealed class WindowNormalization(FeatureOptions options)
{
    /// <summary>The features to extract from a stream: those of the model without the steps that need the whole utterance.</summary>
    public FeatureOptions StreamOptions { get; } = IsPerUtterance(options)
        ? options with { Mel = options.Mel with { Normalization = FeatureNormalization.None } }
        : options;

    /// <summary>Whether features are normalized by the values of the utterance, so that the level of its samples does not matter.</summary>
    public static bool IsPerUtterance(FeatureOptions features) =>
        features.Mel.Normalization is FeatureNormalization.PerUtterance or FeatureNormalization.PerUtteranceBand;

    /// <summary>Normalizes in place; does nothing if the model normalizes by corpus statistics or not at all.</summary>
    public void Apply(Spectrogram window)
    {
        if (!IsPerUtterance(options) || window.FrameCount == 0)
        {
            return;
        }

        int groups = options.Mel.Normalization == FeatureNormalization.PerUtteranceBand ? window.BandCount : 1;
        int length = window.BandCount * window.FrameCount / groups;
        for (int group = 0; group < groups; group++)
        {
            Standardize(window, group * length, length);
        }

        if (options.Prosody is not null)
        {
            StandardizeEnergy(window, 1 + options.DeltaOrder + 1);
        }
    }

    /// <summary>Shifts and scales the features; deltas are only scaled, because they do not depend on the mean.</summary>
    private void Standardize(Spectrogram window, int offset, int length)
    {
        (float mean, float factor) = SpectrogramNormalization.Measure(window.Values.Slice(offset, length));
        int channelLength = window.BandCount * window.FrameCount;
        for (int channel = 0; channel <= options.DeltaOrder; channel++)
        {
            SpectrogramNormalization.Scale(window.Values.Slice((channel * channelLength) + offset, length), channel == 0 ? mean : 0, factor);
        }
    }

    /// <summary>The energy is the middle of the three prosody channels, one value for all bands of a frame.</summary>
    private static void StandardizeEnergy(Spectrogram window, int channel)
    {
        int channelLength = window.BandCount * window.FrameCount;
        SpectrogramNormalization.Standardize(window.Values.Slice(channel * channelLength, channelLength));
    }
}
