namespace EmoHRNet.Evaluation;

/// <summary>What a <see cref="ClassifierOptions.ConfidenceThreshold"/> does: how many predictions it keeps, and how many of those are right.</summary>
/// <param name="Threshold">The least confidence of a prediction that is kept, 0 to 1.</param>
/// <param name="KeptShare">The share of predictions that are kept, 0 to 1.</param>
/// <param name="Accuracy">The share of the kept predictions that are right, 0 to 1.</param>
public sealed record ThresholdMetrics(double Threshold, double KeptShare, double Accuracy)
{
    private const int Steps = 10;

    /// <summary>The thresholds 0, 0.1 to 0.9 that keep at least one prediction.</summary>
    /// <param name="predictions">At least one prediction.</param>
    public static IReadOnlyList<ThresholdMetrics> Of(IReadOnlyList<LabeledPrediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        List<ThresholdMetrics> thresholds = [];
        for (int step = 0; step < Steps; step++)
        {
            double threshold = (double)step / Steps;
            LabeledPrediction[] kept = [.. predictions.Where(each => each.Confidence >= (float)threshold)];
            if (kept.Length > 0)
            {
                thresholds.Add(new ThresholdMetrics(threshold, (double)kept.Length / predictions.Count, kept.Average(each => each.IsCorrect ? 1.0 : 0)));
            }
        }

        return thresholds;
    }
}
