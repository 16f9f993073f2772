using EmoHRNet.Audio.Features;

namespace EmoHRNet.Timelines;

/// <summary>Normalizes a window of a recording as if it were an utterance of its own, as in training.</summary>
/// <param name="options">The model's features.</param>
internal sealed class WindowNormalization(FeatureOptions options)
{
    private const double SmallestDeviation = 1e-5;

    /// <summary>The features to extract from a stream: those of the model, but for what needs the whole utterance.</summary>
    public FeatureOptions StreamOptions { get; } = IsPerUtterance(options)
        ? options with { Mel = options.Mel with { Normalization = FeatureNormalization.None } }
        : options;

    /// <summary>Normalizes in place; nothing where the model normalizes by its corpus or not at all.</summary>
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
            StandardizeEnergy(window);
        }
    }

    /// <summary>Shifts and scales the features; their deltas are only scaled, being free of the mean.</summary>
    private void Standardize(Spectrogram window, int offset, int length)
    {
        (float mean, float factor) = Measure(window.Values.Slice(offset, length));
        int channelLength = window.BandCount * window.FrameCount;
        for (int channel = 0; channel <= options.DeltaOrder; channel++)
        {
            Scale(window.Values.Slice((channel * channelLength) + offset, length), channel == 0 ? mean : 0, factor);
        }
    }

    /// <summary>The energy is the middle of the three prosody channels, one value for all bands of a frame.</summary>
    private static void StandardizeEnergy(Spectrogram window)
    {
        int channelLength = window.BandCount * window.FrameCount;
        Span<float> energy = window.Values.Slice((window.ChannelCount - 2) * channelLength, channelLength);
        (float mean, float factor) = Measure(energy);
        Scale(energy, mean, factor);
    }

    private static (float Mean, float Factor) Measure(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        double squares = 0;
        foreach (float value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return ((float)mean, (float)(1 / Math.Max(Math.Sqrt(squares / values.Length), SmallestDeviation)));
    }

    private static void Scale(Span<float> values, float mean, float factor)
    {
        foreach (ref float value in values)
        {
            value = (value - mean) * factor;
        }
    }

    private static bool IsPerUtterance(FeatureOptions features) =>
        features.Mel.Normalization is FeatureNormalization.PerUtterance or FeatureNormalization.PerUtteranceBand;
}
