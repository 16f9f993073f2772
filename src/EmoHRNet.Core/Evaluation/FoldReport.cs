using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation;

/// <summary>Combines the reports of several folds.</summary>
internal static class FoldReport
{
    public static EvaluationReport Create(IReadOnlyDictionary<int, EvaluationReport> folds, EvaluationContext context, EvaluationOptions options)
    {
        EvaluationReport[] reports = [.. folds.OrderBy(fold => fold.Key).Select(fold => fold.Value)];
        if (reports.Length == 0 || reports.Any(report => !report.Labels.SequenceEqual(reports[0].Labels)))
        {
            throw new ArgumentException("Expected the report of at least one fold, and the same labels in all.", nameof(folds));
        }

        LabeledPrediction[] predictions =
        [
            .. folds.OrderBy(fold => fold.Key).SelectMany(fold => fold.Value.Predictions.Select(prediction => prediction with { Fold = fold.Key })),
        ];
        bool?[] independent = [.. reports.Select(report => report.Context.IsSpeakerIndependent)];
        EvaluationContext complete = context with
        {
            Heard = HeardCount.OfFolds(reports),
            IsSpeakerIndependent = independent.Contains(false) ? false : independent.Contains(null) ? null : true,
        };
        return EvaluationSummary.Create(reports[0].Labels, predictions, complete, options) with
        {
            Robustness = RobustnessSummary.OfFolds(reports, predictions, options),
        };
    }
}
