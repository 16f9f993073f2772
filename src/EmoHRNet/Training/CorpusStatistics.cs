using EmoHRNet.Audio.Features;
using EmoHRNet.Corpora;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>
/// Finds the statistics that <see cref="FeatureNormalization.Corpus"/> needs when a recipe does not state them: those of the first teacher, since
/// teachers get the network's input; without a teacher, measured on the training set.
/// </summary>
internal static class CorpusStatistics
{
    /// <summary>Whether features are normalized by statistics that are still unknown.</summary>
    public static bool AreMissing(FeatureOptions features) => features.Mel is { Normalization: FeatureNormalization.Corpus, Statistics: null };

    /// <summary>The features with placeholder statistics, for validation.</summary>
    public static FeatureOptions WithoutStatistics(FeatureOptions features) => features with
    {
        Mel = features.Mel with { Normalization = FeatureNormalization.None },
    };

    /// <summary>The complete recipe, with the mean and deviation of every band: the teacher's, or over the training utterances at their natural speed.</summary>
    /// <exception cref="CorpusException">A recording cannot be used.</exception>
    /// <exception cref="FileNotFoundException">There is no such teacher.</exception>
    /// <exception cref="ModelFormatException">The teacher is not a model.</exception>
    public static TrainingRecipe Complete(
        TrainingRecipe recipe, IReadOnlyList<Utterance> utterances, TrainingEnvironment environment, Action<int>? prepared, CancellationToken cancellationToken) =>
        AreMissing(recipe.Features)
            ? With(OfTeacher(recipe) ?? Measure(recipe, utterances, environment, prepared, cancellationToken), recipe)
            : recipe;

    private static TrainingRecipe With(BandStatistics? statistics, TrainingRecipe recipe) =>
        recipe with { Features = recipe.Features with { Mel = recipe.Features.Mel with { Statistics = statistics } } };

    // Null as well if the teacher has other features: loading it names the difference.
    private static BandStatistics? OfTeacher(TrainingRecipe recipe)
    {
        if (recipe.Distillation is not { Teachers: [string path, ..] })
        {
            return null;
        }

        ModelDescription teacher = ModelFile.ReadDescription(path);
        BandStatistics? statistics = teacher.Features.Mel.Statistics;
        return teacher.Extractor is null && teacher.Features == With(statistics, recipe).Features ? statistics : null;
    }

    private static BandStatistics Measure(
        TrainingRecipe recipe, IReadOnlyList<Utterance> utterances, TrainingEnvironment environment, Action<int>? prepared, CancellationToken cancellationToken)
    {
        FeatureOptions measured = WithoutStatistics(recipe.Features) with { DeltaOrder = 0, Prosody = null, Articulation = null };
        FeatureStore store = new(recipe.Preparation, measured, environment.FeatureCacheFolder, environment.Reading);
        store.Prepare(utterances, FeatureStore.Unchanged, prepared, cancellationToken);
        return BandStatistics.Measure(utterances.Select(utterance => store[utterance, FeatureStore.NaturalSpeed]));
    }
}
