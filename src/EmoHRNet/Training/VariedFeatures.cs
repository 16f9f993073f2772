using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Corpora;

namespace EmoHRNet.Training;

/// <summary>Draws the features of a training utterance with augmented samples.</summary>
/// <remarks>
/// Speed has a few values only, so the features of each are computed once. Gain, noise, shifts and custom changes differ in every epoch: the
/// samples are kept instead and features are computed as batches are prepared, in parallel with the optimizer. A world computes its own features.
/// </remarks>
internal sealed class VariedFeatures(FeatureStore store, RunAugmentation augmentation, WorldFeatures? world = null)
{
    private readonly IWaveformAugment? _change = augmentation.DiffersEveryTime ? augmentation.Samples : null;

    /// <summary>Computes or reads what <see cref="Draw"/> needs.</summary>
    public void Prepare(IReadOnlyList<Utterance> utterances, Action<int>? prepared, CancellationToken cancellationToken)
    {
        if (world is not null)
        {
            world.Prepare(utterances, prepared, cancellationToken);
        }
        else if (_change is not null)
        {
            store.KeepSamples(utterances, prepared, cancellationToken);
        }
        else
        {
            store.Prepare(utterances, augmentation.Speed ?? FeatureStore.Unchanged, prepared, cancellationToken);
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

        IReadOnlyList<double> speeds = (augmentation.Speed ?? FeatureStore.Unchanged).Factors;
        return store[utterance, speeds[random.Next(speeds.Count)]];
    }
}
