using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Evaluation;

/// <summary>
/// Percentile bootstrap (Efron, 1979): draws as many utterances as there are, with repetition, many times, and looks at how the figures
/// vary. With several folds every fold is drawn for itself and the figures are averaged over folds.
/// </summary>
internal static class Bootstrap
{
    private const double Tail = 0.025;

    public static (Estimate Accuracy, Estimate UnweightedAccuracy, Estimate MacroF1) Run(
        IReadOnlyList<string> labels, IReadOnlyList<IReadOnlyList<LabeledPrediction>> folds, int samples, int seed)
    {
        RandomSource random = new(seed);
        (int Target, int Predicted)[][] outcomes = [.. folds.Select(fold => fold.Select(each => (each.Target, each.Predicted)).ToArray())];
        Figures[] drawn = new Figures[samples];
        for (int i = 0; i < samples; i++)
        {
            drawn[i] = Mean(labels, outcomes.Select(fold => Draw(fold, random)));
        }

        Figures found = Mean(labels, outcomes);
        return (
            Interval(found.Accuracy, drawn, each => each.Accuracy),
            Interval(found.UnweightedAccuracy, drawn, each => each.UnweightedAccuracy),
            Interval(found.MacroF1, drawn, each => each.MacroF1));
    }

    private static (int, int)[] Draw((int, int)[] outcomes, RandomSource random)
    {
        (int, int)[] drawn = new (int, int)[outcomes.Length];
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = outcomes[random.Next(outcomes.Length)];
        }

        return drawn;
    }

    private static Figures Mean(IReadOnlyList<string> labels, IEnumerable<(int Target, int Predicted)[]> folds)
    {
        Figures[] figures = [.. folds.Select(fold => Of(labels, fold))];
        return new Figures(
            figures.Average(each => each.Accuracy), figures.Average(each => each.UnweightedAccuracy), figures.Average(each => each.MacroF1));
    }

    private static Figures Of(IReadOnlyList<string> labels, (int Target, int Predicted)[] outcomes)
    {
        ConfusionMatrix matrix = new(labels);
        foreach ((int target, int predicted) in outcomes)
        {
            matrix.Add(target, predicted);
        }

        ClassificationMetrics metrics = ClassificationMetrics.Of(matrix);
        return new Figures(metrics.Accuracy, metrics.UnweightedAccuracy, metrics.MacroF1);
    }

    private static Estimate Interval(double value, Figures[] drawn, Func<Figures, double> figure)
    {
        double[] sorted = [.. drawn.Select(figure).Order()];
        return sorted.Length == 0 ? new Estimate(value, double.NaN, double.NaN) : new Estimate(value, Quantile(sorted, Tail), Quantile(sorted, 1 - Tail));
    }

    private static double Quantile(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    private readonly record struct Figures(double Accuracy, double UnweightedAccuracy, double MacroF1);
}
