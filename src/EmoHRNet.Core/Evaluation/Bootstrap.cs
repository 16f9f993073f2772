using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Statistics;

namespace EmoHRNet.Evaluation;

/// <summary>
/// Percentile bootstrap (Efron, 1979): draws as many utterances as there are, with replacement, many times, and takes quantiles of the
/// figures. With several folds, each fold is resampled separately and the figures are averaged over folds.
/// </summary>
internal static class Bootstrap
{
    private const double Tail = 0.025;

    /// <summary>The figures of predictions with their intervals.</summary>
    public static (ConfidenceInterval Accuracy, ConfidenceInterval UnweightedAccuracy, ConfidenceInterval MacroF1) Run(
        IReadOnlyList<string> labels, IReadOnlyList<IReadOnlyList<LabeledPrediction>> folds, ResamplingUnit unit, EvaluationOptions options)
    {
        (int Target, int Predicted)[][] outcomes = Outcomes(folds);
        return Run(new BootstrapDraw(folds, unit), options, Figures.Mean([.. outcomes.Select(fold => Figures.Of(labels, fold))]),
            (fold, clips) => Figures.Of(labels, clips.Select(clip => outcomes[fold][clip])));
    }

    /// <summary>The differences between the figures of two lists of predictions of the same clips, resampled together.</summary>
    public static (ConfidenceInterval Accuracy, ConfidenceInterval UnweightedAccuracy, ConfidenceInterval MacroF1) RunPaired(
        IReadOnlyList<string> labels, IReadOnlyList<IReadOnlyList<LabeledPrediction>> folds, IReadOnlyList<IReadOnlyList<LabeledPrediction>> baseline,
        ResamplingUnit unit, EvaluationOptions options)
    {
        (int Target, int Predicted)[][] ours = Outcomes(folds), theirs = Outcomes(baseline);
        return Run(new BootstrapDraw(folds, unit), options,
            Figures.Mean([.. ours.Zip(theirs, (left, right) => Figures.Of(labels, left) - Figures.Of(labels, right))]),
            (fold, clips) => Figures.Of(labels, clips.Select(clip => ours[fold][clip])) - Figures.Of(labels, clips.Select(clip => theirs[fold][clip])));
    }

    private static (ConfidenceInterval Accuracy, ConfidenceInterval UnweightedAccuracy, ConfidenceInterval MacroF1) Run(
        BootstrapDraw draw, EvaluationOptions options, Figures found, Func<int, int[], Figures> figures)
    {
        RandomSource random = new(options.BootstrapSeed);
        Figures[] drawn = new Figures[options.BootstrapSamples];
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = Figures.Mean([.. draw.Sample(random).Select(sample => figures(sample.Fold, sample.Clips))]);
        }

        return (
            Interval(found.Accuracy, drawn, each => each.Accuracy),
            Interval(found.UnweightedAccuracy, drawn, each => each.UnweightedAccuracy),
            Interval(found.MacroF1, drawn, each => each.MacroF1));
    }

    private static (int Target, int Predicted)[][] Outcomes(IReadOnlyList<IReadOnlyList<LabeledPrediction>> folds) =>
        [.. folds.Select(fold => fold.Select(each => (each.Target, each.Predicted)).ToArray())];

    private static ConfidenceInterval Interval(double value, Figures[] drawn, Func<Figures, double> figure)
    {
        double[] sorted = [.. drawn.Select(figure).Order()];
        return new ConfidenceInterval(value, Distribution.Quantile<double>(sorted, Tail), Distribution.Quantile<double>(sorted, 1 - Tail));
    }
}
