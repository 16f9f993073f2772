using EmoHRNet.Inference;

namespace EmoHRNet.Evaluation;

/// <summary>The mean of several models' probabilities.</summary>
internal static class EnsembleProbabilities
{
    /// <param name="models">The probabilities of each model, for the same labels in the same order; at least one model.</param>
    /// <param name="mean">Which mean.</param>
    /// <returns>One probability per label; they sum to 1.</returns>
    public static float[] Of(IReadOnlyList<IReadOnlyList<float>> models, EnsembleMean mean)
    {
        return mean switch
        {
            EnsembleMean.Arithmetic => ProbabilityMean.Of(models),
            EnsembleMean.Geometric => LogProbabilities.Softmax(
                [.. Enumerable.Range(0, models[0].Count).Select(label => models.Average(model => LogProbabilities.Of(model[label])))]),
            _ => throw new ArgumentOutOfRangeException(nameof(mean), mean, "Expected a defined mean."),
        };
    }
}
