namespace EmoHRNet.Adaptation;

/// <summary>Fits a last layer anew on clips, held to its old weights.</summary>
internal static class LayerFit
{
    /// <summary>
    /// Every label that has clips counts alike, and so does every clip of a label. Only these labels are fitted, among themselves: of one
    /// without clips the clips say nothing, so its weights stay.
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

    /// <summary>Shifts the biases, so that on average over the clips each label gets the share that is expected of it.</summary>
    /// <remarks>The shift minimizes the log-loss against these shares; its slope is the difference between the mean probabilities and them.</remarks>
    /// <param name="layer">The old layer.</param>
    /// <param name="clips">Clips without labels, at least one.</param>
    /// <param name="shares">The share of each label, in sum 1; a label with 0 keeps its bias.</param>
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
