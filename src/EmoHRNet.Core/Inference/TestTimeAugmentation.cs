using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>
/// Test-time augmentation: the features of a clip at several speeds, resampled as in training, whose predictions are averaged. Thread-safe.
/// </summary>
/// <param name="speeds">The factors; 1 is the unchanged clip.</param>
public sealed class TestTimeAugmentation(IReadOnlyList<double> speeds)
{
    /// <summary>The speed of the unchanged clip.</summary>
    public const double NaturalSpeed = 1;

    private readonly SpeedPerturbation?[] _changes = [.. speeds.Select(speed => speed == NaturalSpeed ? null : new SpeedPerturbation(speed))];

    /// <summary>The features at every speed, in the order of the factors.</summary>
    /// <param name="extractor">Extracts features from prepared samples.</param>
    /// <param name="prepared">The clip's samples at the extractor's rate.</param>
    /// <param name="natural">The features of the unchanged clip.</param>
    public IReadOnlyList<Spectrogram> Extract(IFeatureExtractor extractor, float[] prepared, Spectrogram natural) =>
        [.. _changes.Select(change => change is null ? natural : extractor.Extract(change.Apply(prepared, extractor.SampleRate, Random.Shared)))];
}
