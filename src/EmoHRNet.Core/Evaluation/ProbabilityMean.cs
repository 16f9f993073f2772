namespace EmoHRNet.Evaluation;

/// <summary>The mean of several models' probabilities.</summary>
internal static class ProbabilityMean
{
    /// <param name="models">The probabilities of each model, for the same labels in the same order; at least one model.</param>
    /// <param name="mean">Which mean.</param>
    /// <returns>One probability per label; they sum to 1.</returns>
    public static float[] Of(IReadOnlyList<IReadOnlyList<float>> models, EnsembleMean mean)
    {
        IEnumerable<IEnumerable<float>> labels = Enumerable.Range(0, models[0].Count).Select(label => models.Select(model => model[label]));
        return mean switch
        {
            EnsembleMean.Arithmetic => [.. labels.Select(probabilities => probabilities.Average())],
            EnsembleMean.Geometric => LogProbabilities.Softmax([.. labels.Select(probabilities => probabilities.Average(LogProbabilities.Of))]),
            _ => throw new ArgumentOutOfRangeException(nameof(mean), mean, "Expected a defined mean."),
        };
    }
}
