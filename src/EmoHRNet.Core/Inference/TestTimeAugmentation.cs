using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>The versions of a clip whose answers are averaged: its features at several speeds, resampled as training does. Thread-safe.</summary>
/// <param name="speeds">The factors; 1 is the clip as it is.</param>
public sealed class TestTimeAugmentation(IReadOnlyList<double> speeds)
{
    /// <summary>The speed of the clip as it is.</summary>
    public const double NaturalSpeed = 1;

    private readonly SpeedPerturbation?[] _changes = [.. speeds.Select(speed => speed == NaturalSpeed ? null : new SpeedPerturbation(speed))];

    /// <summary>The features at every speed, in the order of the factors.</summary>
    /// <param name="extractor">Makes features of prepared samples.</param>
    /// <param name="prepared">The clip's samples at the extractor's rate.</param>
    /// <param name="natural">The features of the clip as it is.</param>
    public IReadOnlyList<Spectrogram> Extract(IFeatureExtractor extractor, float[] prepared, Spectrogram natural) =>
        [.. _changes.Select(change => change is null ? natural : extractor.Extract(change.Apply(prepared, extractor.SampleRate, Random.Shared)))];
}
