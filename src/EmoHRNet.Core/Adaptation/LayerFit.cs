namespace EmoHRNet.Adaptation;

/// <summary>Refits a last layer on clips, regularized toward its old weights.</summary>
internal static class LayerFit
{
    /// <summary>
    /// Every label that has clips has the same weight, and so has every clip of a label. Only these labels are fitted; a label without
    /// clips keeps its weights.
    /// </summary>
    /// <param name="layer">The old layer.</param>
    /// <param name="clips">Labeled clips, at least one.</param>
    /// <param name="regularization">Above 0.</param>
    public static ClassifierLayer OnLabels(ClassifierLayer layer, IReadOnlyList<FeatureClip> clips, double regularization)
    {
        int[] labels = [.. clips.Select(clip => clip.Label).Distinct().Order()];
        Dictionary<int, int> sizes = clips.CountBy(clip => clip.Label).ToDictionary();
        FeatureScale scale = FeatureScale.Of(clips);
        RegressionExample[] examples =
        [
            .. from clip in clips
               let weight = (double)clips.Count / (labels.Length * sizes[clip.Label] * clip.Windows.Count)
               let targets = labels.Select(label => label == clip.Label ? 1.0 : 0.0).ToArray()
               from window in clip.Windows
               select new RegressionExample(scale.Inputs(window), layer.Logits(window, labels), targets, weight),
        ];
        double[] change = new MultinomialRegression(examples, regularization).Fit();
        int inputs = layer.FeatureCount + 1;
        double[][] rows = [.. layer.Rows];
        for (int i = 0; i < labels.Length; i++)
        {
            double[] onFeatures = scale.OnFeatures(change.AsSpan(i * inputs, inputs));
            rows[labels[i]] = [.. rows[labels[i]].Zip(onFeatures, (old, more) => old + more)];
        }

        return new ClassifierLayer(rows);
    }

    /// <summary>Shifts the biases, so that the mean probability of each label over the clips is its expected share.</summary>
    /// <remarks>The shift minimizes the log-loss against these shares; its gradient is the mean probabilities minus the shares.</remarks>
    /// <param name="layer">The old layer.</param>
    /// <param name="clips">Clips without labels, at least one.</param>
    /// <param name="shares">The share of each label; they sum to 1. A label with share 0 keeps its bias.</param>
    /// <param name="regularization">Above 0.</param>
    public static ClassifierLayer OnShares(
        ClassifierLayer layer, IReadOnlyList<FeatureClip> clips, IReadOnlyList<double> shares, double regularization)
    {
        int[] labels = [.. Enumerable.Range(0, shares.Count).Where(label => shares[label] > 0)];
        double[] targets = [.. labels.Select(label => shares[label])];
        RegressionExample[] examples =
        [
            .. from clip in clips
               from window in clip.Windows
               select new RegressionExample([1], layer.Logits(window, labels), targets, 1.0 / clip.Windows.Count),
        ];
        double[] shift = new MultinomialRegression(examples, regularization).Fit();
        double[][] rows = [.. layer.Rows];
        for (int i = 0; i < labels.Length; i++)
        {
            rows[labels[i]] = [.. rows[labels[i]][..^1], rows[labels[i]][^1] + shift[i]];
        }

        return new ClassifierLayer(rows);
    }
}
