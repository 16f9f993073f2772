using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Corpora;

namespace EmoHRNet.Training;

/// <summary>Draws the features of a training utterance under changes of its samples.</summary>
/// <remarks>
/// Speed has a few values only, so the features of each are computed once. Gain, noise and shifts differ every time: the
/// samples are kept instead and features are computed as batches are prepared, beside the optimizer's work. A world brings its own features.
/// </remarks>
internal sealed class VariedFeatures(FeatureStore store, AugmentationOptions options, WorldFeatures? world = null)
{
    private readonly IWaveformAugment? _change = ChangesEveryTime(options) ? options.CreateWaveformAugment() : null;

    /// <summary>Computes or reads what <see cref="Draw"/> needs.</summary>
    public void Prepare(IReadOnlyList<Utterance> utterances, Action<int>? prepared, CancellationToken cancellation)
    {
        if (world is not null)
        {
            world.Prepare(utterances, prepared, cancellation);
        }
        else if (_change is not null)
        {
            store.KeepSamples(utterances, prepared, cancellation);
        }
        else
        {
            store.Prepare(utterances, options.Speed ?? FeatureStore.Unchanged, prepared, cancellation);
        }
    }

    /// <summary>The features of an utterance; not to be changed.</summary>
    public Spectrogram Draw(Utterance utterance, Random random)
    {
        if (world is not null)
        {
            return world.Draw(utterance, random);
        }

        if (_change is not null)
        {
            return store.Extract(utterance, _change, random);
        }

        IReadOnlyList<double> speeds = (options.Speed ?? FeatureStore.Unchanged).Factors;
        return store[utterance, speeds[random.Next(speeds.Count)]];
    }

    // Asked of the options rather than listed here: a change that is not listed would silently not be made.
    private static bool ChangesEveryTime(AugmentationOptions options) => (options with { Speed = null }).CreateWaveformAugment() is not null;
}
