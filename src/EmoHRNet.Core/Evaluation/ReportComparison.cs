namespace EmoHRNet.Evaluation;

/// <summary>A paired comparison of two results on the same clips.</summary>
/// <remarks>
/// An interval that contains 0 means that other clips or speakers might reverse the order. It does not include the variance of training:
/// the networks are these two, and two others from the same recipes would differ again.
/// </remarks>
public sealed record ReportComparison
{
    /// <summary>The model that is compared.</summary>
    public required string Model { get; init; }

    /// <summary>The model it is compared with.</summary>
    public required string Baseline { get; init; }

    /// <summary>The number of clips that both were evaluated on.</summary>
    public required int ClipCount { get; init; }

    /// <summary>The difference in accuracy, with its 95% interval; above 0 if the model is better.</summary>
    public required ConfidenceInterval Accuracy { get; init; }

    /// <summary>The difference in unweighted accuracy.</summary>
    public required ConfidenceInterval UnweightedAccuracy { get; init; }

    /// <summary>The difference in macro F1.</summary>
    public required ConfidenceInterval MacroF1 { get; init; }

    /// <summary>What was drawn for the intervals.</summary>
    public required ResamplingUnit Unit { get; init; }

    /// <summary>For instance <c>small is 1.9 (-0.1 to 4.0) points of unweighted accuracy above other</c>.</summary>
    public override string ToString() => $"{Model} is {UnweightedAccuracy} points of unweighted accuracy above {Baseline}";

    internal static ReportComparison Of(EvaluationReport report, EvaluationReport baseline, EvaluationOptions options)
    {
        options.Validate();
        Dictionary<(int?, string), LabeledPrediction> theirs = ByClip(baseline);
        Check(report, baseline, theirs);
        bool known = report.Context.IsSpeakerIndependent == false && baseline.Context.IsSpeakerIndependent == false;
        ResamplingUnit unit = EvaluationSummary.Unit(options, known ? false : null);
        IReadOnlyList<IReadOnlyList<LabeledPrediction>> folds = EvaluationSummary.Folds(report.Predictions);
        (ConfidenceInterval accuracy, ConfidenceInterval unweighted, ConfidenceInterval macroF1) = Bootstrap.RunPaired(
            report.Labels, folds, [.. folds.Select(fold => fold.Select(each => theirs[(each.Fold, each.Id)]).ToArray())], unit, options);
        return new ReportComparison
        {
            Model = report.Context.Model,
            Baseline = baseline.Context.Model,
            ClipCount = report.Predictions.Count,
            Accuracy = accuracy,
            UnweightedAccuracy = unweighted,
            MacroF1 = macroF1,
            Unit = unit,
        };
    }

    private static Dictionary<(int?, string), LabeledPrediction> ByClip(EvaluationReport report)
    {
        Dictionary<(int?, string), LabeledPrediction> predictions = [];
        foreach (LabeledPrediction prediction in report.Predictions)
        {
            if (!predictions.TryAdd((prediction.Fold, prediction.Id), prediction))
            {
                throw new ArgumentException($"The report of '{report.Context.Model}' holds the clip '{prediction.Id}' twice.", nameof(report));
            }
        }

        return predictions.Count > 0
            ? predictions
            : throw new ArgumentException($"The report of '{report.Context.Model}' holds no predictions; a comparison needs those of every clip.", nameof(report));
    }

    private static void Check(EvaluationReport report, EvaluationReport baseline, Dictionary<(int?, string), LabeledPrediction> theirs)
    {
        if (!report.Labels.SequenceEqual(baseline.Labels))
        {
            throw new ArgumentException(
                $"'{baseline.Context.Model}' answers {string.Join(", ", baseline.Labels)}, '{report.Context.Model}' {string.Join(", ", report.Labels)}; "
                + "expected the same labels in the same order.",
                nameof(baseline));
        }

        Dictionary<(int?, string), LabeledPrediction> ours = ByClip(report);
        LabeledPrediction? other = ours.Values.FirstOrDefault(each => theirs.GetValueOrDefault((each.Fold, each.Id))?.Target != each.Target);
        if (other is not null || theirs.Count != ours.Count)
        {
            throw new ArgumentException(
                $"'{report.Context.Model}' was evaluated on {ours.Count} clips, '{baseline.Context.Model}' on {theirs.Count}"
                + $"{(other is null ? "" : $", and '{other.Id}' is not among them, in another fold, or of another class")}; expected the same clips in the same folds.",
                nameof(baseline));
        }
    }
}
