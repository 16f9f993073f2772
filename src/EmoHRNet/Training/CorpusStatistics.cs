using EmoHRNet.Audio.Features;
using EmoHRNet.Corpora;

namespace EmoHRNet.Training;

/// <summary>Measures the statistics that <see cref="FeatureNormalization.Corpus"/> needs on the training set, when a recipe does not state them.</summary>
internal static class CorpusStatistics
{
    /// <summary>Whether features are normalized by statistics that are still unknown.</summary>
    public static bool AreMissing(FeatureOptions features) => features.Mel is { Normalization: FeatureNormalization.Corpus, Statistics: null };

    /// <summary>The features with placeholder statistics, for validation.</summary>
    public static FeatureOptions WithoutStatistics(FeatureOptions features) => features with
    {
        Mel = features.Mel with { Normalization = FeatureNormalization.None },
    };

    /// <summary>The complete recipe, with the mean and deviation of every band over the training utterances, at their natural speed.</summary>
    /// <exception cref="CorpusException">A recording cannot be used.</exception>
    public static TrainingRecipe Complete(
        TrainingRecipe recipe, IReadOnlyList<Utterance> utterances, TrainingEnvironment environment, Action<int>? prepared, CancellationToken cancellationToken)
    {
        if (!AreMissing(recipe.Features))
        {
            return recipe;
        }

        FeatureOptions measured = WithoutStatistics(recipe.Features) with { DeltaOrder = 0, Prosody = null, Articulation = null };
        FeatureStore store = new(recipe.Preparation, measured, environment.FeatureCacheFolder, environment.Reading);
        store.Prepare(utterances, FeatureStore.Unchanged, prepared, cancellationToken);
        BandStatistics statistics = BandStatistics.Measure(utterances.Select(utterance => store[utterance, FeatureStore.NaturalSpeed]));
        return recipe with { Features = recipe.Features with { Mel = recipe.Features.Mel with { Statistics = statistics } } };
    }
}
