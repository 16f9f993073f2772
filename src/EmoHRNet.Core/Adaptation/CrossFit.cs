using EmoHRNet.Evaluation;

namespace EmoHRNet.Adaptation;

/// <summary>Clips, each with the logits of its windows from a layer fitted without it: the predictions of a cross-validation.</summary>
internal sealed class CrossFit
{
    private readonly int[] _labels;
    private readonly IReadOnlyList<(FeatureClip Clip, double[][] Logits)> _judged;

    private CrossFit(int[] labels, double regularization, IReadOnlyList<(FeatureClip Clip, double[][] Logits)> judged) =>
        (_labels, Regularization, _judged) = (labels, regularization, judged);

    /// <summary>How strongly the layers were held to the old one.</summary>
    public double Regularization { get; }

    /// <summary>Fits one layer per fold on the other folds, and predicts the fold with it.</summary>
    public static CrossFit Of(
        ClassifierLayer layer, IReadOnlyList<FeatureClip> clips, IReadOnlyList<IReadOnlyList<FeatureClip>> folds, double regularization) =>
        Judge(clips, regularization, folds.Select(fold => (LayerFit.OnLabels(layer, [.. clips.Except(fold)], regularization), fold)));

    /// <summary>Predicts all clips with the old layer.</summary>
    public static CrossFit OfOld(ClassifierLayer layer, IReadOnlyList<FeatureClip> clips) => Judge(clips, double.PositiveInfinity, [(layer, clips)]);

    /// <summary>The log-loss among the labels that have clips; each label has the same weight.</summary>
    public double LogLoss() => _judged.GroupBy(each => each.Clip.Label).Average(label => label.Average(
        each => -Math.Log(Math.Max(1e-12, Probabilities(each.Logits)[Target(each.Clip)]))));

    /// <summary>Unweighted accuracy among the labels that have clips.</summary>
    public double UnweightedAccuracy() => _judged.GroupBy(each => each.Clip.Label).Average(label => label.Average(
        each => Probabilities(each.Logits) is { } found && Array.IndexOf(found, found.Max()) == Target(each.Clip) ? 1.0 : 0.0));

    /// <summary>The temperature that calibrates the logits, at least 1.</summary>
    public double Temperature() => Math.Max(1, TemperatureScaling.Fit(
        [.. _judged.SelectMany(each => each.Logits)], [.. _judged.SelectMany(each => each.Logits.Select(_ => Target(each.Clip)))]));

    private static CrossFit Judge(
        IReadOnlyList<FeatureClip> clips, double regularization, IEnumerable<(ClassifierLayer Layer, IReadOnlyList<FeatureClip> Clips)> parts)
    {
        int[] labels = [.. clips.Select(clip => clip.Label).Distinct().Order()];
        return new CrossFit(labels, regularization, [.. parts.SelectMany(part => part.Clips.Select(
            clip => (clip, clip.Windows.Select(window => part.Layer.Logits(window, labels)).ToArray())))]);
    }

    private int Target(FeatureClip clip) => Array.IndexOf(_labels, clip.Label);

    private double[] Probabilities(double[][] logits)
    {
        float[][] windows = [.. logits.Select(LogProbabilities.Softmax)];
        return [.. Enumerable.Range(0, _labels.Length).Select(k => windows.Average(window => (double)window[k]))];
    }
}
