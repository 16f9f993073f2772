namespace EmoHRNet.Evaluation;

/// <summary>Computes a report; figures of several folds are means over folds.</summary>
internal static class EvaluationSummary
{
    public static EvaluationReport Create(
        IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> predictions, EvaluationContext context, EvaluationOptions options)
    {
        options.Validate();
        LabeledPrediction[] all = [.. predictions];
        Check(labels, all);
        ConfusionMatrix matrix = Count(labels, all);
        ResamplingUnit unit = Unit(options, context.IsSpeakerIndependent);
        (ConfidenceInterval accuracy, ConfidenceInterval unweighted, ConfidenceInterval macroF1) = Bootstrap.Run(labels, Folds(all), unit, options);
        return new EvaluationReport
        {
            Context = context,
            Labels = [.. labels],
            Metrics = ClassificationMetrics.Of(matrix),
            Accuracy = accuracy,
            UnweightedAccuracy = unweighted,
            MacroF1 = macroF1,
            IntervalUnit = unit,
            Confusion = matrix.ToRows(),
            Calibration = Calibration.Of(all, options.CalibrationBins),
            Thresholds = ThresholdMetrics.Of(all),
            Speakers = [.. all.GroupBy(each => each.Speaker).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Speaker(labels, group))],
            Groups = [.. Groups(labels, all)],
            Corpora =
            [
                .. all.Where(each => each.Corpus is not null).GroupBy(each => each.Corpus!).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Corpus(labels, group)),
            ],
            Predictions = all,
        };
    }

    /// <summary>The predictions of each fold; all of them where there are no folds.</summary>
    public static IReadOnlyList<IReadOnlyList<LabeledPrediction>> Folds(IReadOnlyList<LabeledPrediction> predictions) =>
        [.. predictions.GroupBy(each => each.Fold ?? 0).OrderBy(group => group.Key).Select(group => group.ToArray())];

    /// <summary>The resampling unit of the intervals, depending on what is known about the speakers.</summary>
    public static ResamplingUnit Unit(EvaluationOptions options, bool? isSpeakerIndependent) => options.BootstrapUnit switch
    {
        ResamplingUnit.Automatic => isSpeakerIndependent == false ? ResamplingUnit.Clips : ResamplingUnit.Speakers,
        var chosen => chosen,
    };

    private static SpeakerMetrics Speaker(IReadOnlyList<string> labels, IGrouping<string, LabeledPrediction> group)
    {
        ClassificationMetrics metrics = ClassificationMetrics.Of(Count(labels, group));
        return new SpeakerMetrics(group.Key, metrics.Count, metrics.Accuracy, metrics.UnweightedAccuracy);
    }

    private static IEnumerable<GroupMetrics> Groups(IReadOnlyList<string> labels, LabeledPrediction[] predictions) =>
        predictions.SelectMany(each => (each.Groups ?? new Dictionary<string, string>()).Select(group => (group.Key, group.Value, Prediction: each)))
            .GroupBy(each => (each.Key, each.Value), each => each.Prediction)
            .OrderBy(group => group.Key.Key, StringComparer.Ordinal).ThenBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group =>
            {
                ClassificationMetrics metrics = ClassificationMetrics.Of(Count(labels, group));
                int speakers = group.Select(each => each.Speaker).Distinct().Count();
                return new GroupMetrics(group.Key.Key, group.Key.Value, metrics.Count, speakers, metrics.Accuracy, metrics.UnweightedAccuracy, metrics.Classes);
            });

    private static CorpusMetrics Corpus(IReadOnlyList<string> labels, IGrouping<string, LabeledPrediction> group)
    {
        ClassificationMetrics metrics = ClassificationMetrics.Of(Count(labels, group));
        int classes = metrics.Classes.Count(each => each.Support > 0);
        return new CorpusMetrics(group.Key, metrics.Count, classes, metrics.Accuracy, metrics.UnweightedAccuracy);
    }

    private static ConfusionMatrix Count(IReadOnlyList<string> labels, IEnumerable<LabeledPrediction> predictions)
    {
        ConfusionMatrix matrix = new(labels);
        foreach (LabeledPrediction prediction in predictions)
        {
            matrix.Add(prediction.Target, prediction.Predicted);
        }

        return matrix;
    }

    private static void Check(IReadOnlyList<string> labels, LabeledPrediction[] predictions)
    {
        if (predictions.Length == 0)
        {
            throw new ArgumentException("There are no predictions; an evaluation needs at least one.", nameof(predictions));
        }

        foreach (LabeledPrediction prediction in predictions)
        {
            if (prediction.Probabilities.Count != labels.Count || prediction.Target < 0 || prediction.Target >= labels.Count
                || !prediction.Probabilities.All(float.IsFinite))
            {
                throw new ArgumentException(
                    $"The prediction of '{prediction.Id}' has class {prediction.Target} and {prediction.Probabilities.Count} probabilities; expected "
                    + $"a class below {labels.Count} and {labels.Count} finite probabilities.",
                    nameof(predictions));
            }
        }
    }
}
