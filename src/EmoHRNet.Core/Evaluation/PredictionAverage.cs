namespace EmoHRNet.Evaluation;

/// <summary>The mean of several models' probabilities, clip by clip.</summary>
internal static class PredictionAverage
{
    public static IReadOnlyList<LabeledPrediction> Of(IReadOnlyList<EvaluationReport> reports, EnsembleMean mean)
    {
        EvaluationReport first = reports[0];
        foreach (EvaluationReport other in reports.Skip(1))
        {
            RequireSameClips(first, other);
        }

        return [.. first.Predictions.Select((prediction, clip) => prediction with { Probabilities = Mean(reports, clip, mean) })];
    }

    private static float[] Mean(IReadOnlyList<EvaluationReport> reports, int clip, EnsembleMean mean) =>
        EnsembleProbabilities.Of([.. reports.Select(report => report.Predictions[clip].Probabilities)], mean);

    private static void RequireSameClips(EvaluationReport first, EvaluationReport other)
    {
        if (!first.Labels.SequenceEqual(other.Labels))
        {
            throw new ArgumentException(
                $"'{other.Context.Model}' answers {string.Join(", ", other.Labels)}, '{first.Context.Model}' {string.Join(", ", first.Labels)}; "
                + "expected the same labels in the same order.");
        }

        if (!Clips(first).SequenceEqual(Clips(other)))
        {
            throw new ArgumentException(
                $"'{other.Context.Model}' was evaluated on {other.Predictions.Count} clips, '{first.Context.Model}' on {first.Predictions.Count}; "
                + "expected the same clips in the same order.");
        }
    }

    private static IEnumerable<(string Id, int Target)> Clips(EvaluationReport report) =>
        report.Predictions.Select(prediction => (prediction.Id, prediction.Target));
}
