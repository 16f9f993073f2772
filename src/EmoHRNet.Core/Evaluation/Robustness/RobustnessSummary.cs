namespace EmoHRNet.Evaluation.Robustness;

/// <summary>Computes the figures of a <see cref="RobustnessResult"/>; those of several folds are means over folds.</summary>
internal static class RobustnessSummary
{
    /// <param name="labels">The classes.</param>
    /// <param name="clean">The predictions without any condition.</param>
    /// <param name="conditions">The classes predicted for the same clips, in the same order.</param>
    /// <param name="seed">The seed of the conditions.</param>
    /// <param name="options">How intervals are computed.</param>
    public static RobustnessResult Create(
        IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> clean, IReadOnlyList<ConditionPredictions> conditions, int seed, EvaluationOptions options) => new()
        {
            ClipCount = clean.Count,
            Seed = seed,
            Clean = Report(labels, clean, options).UnweightedAccuracy,
            Conditions = [.. conditions.Select(condition => Result(labels, clean, condition, options))],
        };

    /// <summary>Combines the results of folds; null if a fold has none.</summary>
    /// <param name="folds">The report of each fold's test part.</param>
    /// <param name="predictions">The predictions of all folds, in the order of the folds.</param>
    /// <param name="options">How intervals are computed.</param>
    /// <exception cref="ArgumentException">The folds have other conditions, or the results are not of the clips of the reports.</exception>
    public static RobustnessResult? OfFolds(IReadOnlyList<EvaluationReport> folds, IReadOnlyList<LabeledPrediction> predictions, EvaluationOptions options)
    {
        RobustnessResult[] results = [.. folds.Select(fold => fold.Robustness).OfType<RobustnessResult>()];
        if (results.Length < folds.Count)
        {
            return null;
        }

        if (results.Any(result => result.Seed != results[0].Seed || !Names(result).SequenceEqual(Names(results[0]))))
        {
            throw new ArgumentException("The folds were tested under different conditions or with different seeds; test all of them under the same.", nameof(folds));
        }

        foreach ((EvaluationReport fold, RobustnessResult result) in folds.Zip(results))
        {
            if (result.Conditions.FirstOrDefault(each => each.Predicted.Count != fold.Predictions.Count) is { } other)
            {
                throw new ArgumentException(
                    $"Condition '{other.Name}' has predictions of {other.Predicted.Count} clips; expected those of the {fold.Predictions.Count} clips of its report.", nameof(folds));
            }
        }

        IEnumerable<ConditionPredictions> conditions = results[0].Conditions.Select((condition, i) =>
            ConditionPredictions.Of(condition) with { Predicted = [.. results.SelectMany(result => result.Conditions[i].Predicted)] });
        return Create(folds[0].Labels, predictions, [.. conditions], results[0].Seed, options);
    }

    private static ConditionResult Result(IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> clean, ConditionPredictions condition, EvaluationOptions options)
    {
        LabeledPrediction[] predictions = [.. clean.Zip(condition.Predicted, (each, predicted) => each with { Probabilities = Certain(predicted, labels.Count) })];
        EvaluationReport report = Report(labels, predictions, options);
        ClassMetrics worst = report.Metrics.Classes.Where(each => each.Support > 0).MinBy(each => each.Recall)!;
        double changed = predictions.Zip(clean, (one, other) => one.Predicted == other.Predicted ? 0.0 : 1).Average();
        return new ConditionResult(
            condition.Name, condition.Description, condition.IsInvariance, report.UnweightedAccuracy, report.Accuracy, changed, worst.Label, worst.Recall)
        {
            IsAdditional = condition.IsAdditional,
            Predicted = condition.Predicted,
        };
    }

    private static EvaluationReport Report(IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> predictions, EvaluationOptions options) =>
        EvaluationSummary.Create(labels, predictions, new EvaluationContext(), options);

    private static float[] Certain(int predicted, int count)
    {
        float[] probabilities = new float[count];
        probabilities[predicted] = 1;
        return probabilities;
    }

    private static IEnumerable<string> Names(RobustnessResult result) => result.Conditions.Select(each => each.Name);
}
