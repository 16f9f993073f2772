namespace EmoHRNet.Evaluation;

/// <summary>The figures computed from a confusion matrix.</summary>
public sealed record ClassificationMetrics
{
    /// <summary>The number of utterances.</summary>
    public required int Count { get; init; }

    /// <summary>Accuracy (weighted accuracy in SER papers): the share of utterances recognized.</summary>
    public required double Accuracy { get; init; }

    /// <summary>
    /// Unweighted accuracy (unweighted average recall): the mean recall of the classes that occur. Chance level is one over their number,
    /// even for unbalanced classes.
    /// </summary>
    public required double UnweightedAccuracy { get; init; }

    /// <summary>The mean F1 of the classes that occur or were predicted.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Each class, in order.</summary>
    public required IReadOnlyList<ClassMetrics> Classes { get; init; }

    /// <summary>Computes the figures of a confusion matrix.</summary>
    /// <param name="matrix">At least one utterance.</param>
    /// <exception cref="ArgumentException">The matrix is empty.</exception>
    public static ClassificationMetrics Of(ConfusionMatrix matrix)
    {
        if (matrix.Total == 0)
        {
            throw new ArgumentException("The confusion matrix counts no utterance; accuracy needs at least one.", nameof(matrix));
        }

        ClassMetrics[] classes = [.. Enumerable.Range(0, matrix.Labels.Count).Select(label => OfClass(matrix, label))];
        return new ClassificationMetrics
        {
            Count = matrix.Total,
            Accuracy = Enumerable.Range(0, classes.Length).Sum(label => matrix[label, label]) / (double)matrix.Total,
            UnweightedAccuracy = classes.Where(each => each.Support > 0).Average(each => each.Recall),
            MacroF1 = classes.Where(each => !double.IsNaN(each.F1)).Average(each => each.F1),
            Classes = classes,
        };
    }

    /// <summary>Computes the figures of predictions.</summary>
    /// <param name="labels">The classes in order.</param>
    /// <param name="targets">The true class numbers; at least one.</param>
    /// <param name="predictions">The predicted class numbers, as many as targets.</param>
    public static ClassificationMetrics Of(IReadOnlyList<string> labels, IReadOnlyList<int> targets, IReadOnlyList<int> predictions) =>
        Of(ConfusionMatrix.Count(labels, targets, predictions));

    private static ClassMetrics OfClass(ConfusionMatrix matrix, int label)
    {
        double correct = matrix[label, label];
        int actual = matrix.ActualCount(label);
        int predicted = matrix.PredictedCount(label);
        // 2PR/(P+R) = 2·TP/(actual + predicted), which is defined even where precision or recall is not.
        return new ClassMetrics(matrix.Labels[label], actual, correct / predicted, correct / actual, 2 * correct / (actual + predicted));
    }
}
