namespace EmoHRNet.Evaluation;

/// <summary>The three figures of a result that have an interval.</summary>
internal readonly record struct Figures(double Accuracy, double UnweightedAccuracy, double MacroF1)
{
    /// <summary>The figures of pairs of true and predicted classes.</summary>
    public static Figures Of(IReadOnlyList<string> labels, IEnumerable<(int Target, int Predicted)> outcomes)
    {
        ConfusionMatrix matrix = new(labels);
        foreach ((int target, int predicted) in outcomes)
        {
            matrix.Add(target, predicted);
        }

        ClassificationMetrics metrics = ClassificationMetrics.Of(matrix);
        return new Figures(metrics.Accuracy, metrics.UnweightedAccuracy, metrics.MacroF1);
    }

    /// <summary>Their means over folds.</summary>
    public static Figures Mean(IReadOnlyCollection<Figures> folds) => new(
        folds.Average(each => each.Accuracy), folds.Average(each => each.UnweightedAccuracy), folds.Average(each => each.MacroF1));

    public static Figures operator -(Figures left, Figures right) => new(
        left.Accuracy - right.Accuracy, left.UnweightedAccuracy - right.UnweightedAccuracy, left.MacroF1 - right.MacroF1);
}
