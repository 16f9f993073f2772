namespace EmoHRNet.Adaptation;

/// <summary>
/// The mean of the features of some clips, and one scale for all features. Regularization then means the same for every network, and a
/// feature that hardly varies among a few clips is not amplified, as it would be with a scale per feature.
/// </summary>
/// <param name="mean">The mean of each feature.</param>
/// <param name="scale">The root of the mean variance.</param>
internal sealed class FeatureScale(double[] mean, double scale)
{
    /// <summary>The scale of at least one clip; each clip has the same weight.</summary>
    public static FeatureScale Of(IReadOnlyList<FeatureClip> clips)
    {
        int count = clips[0].Windows[0].Length;
        double[] mean = new double[count];
        double[] squares = new double[count];
        foreach (FeatureClip clip in clips)
        {
            double share = 1.0 / (clips.Count * clip.Windows.Count);
            foreach (double[] window in clip.Windows)
            {
                for (int i = 0; i < count; i++)
                {
                    mean[i] += share * window[i];
                    squares[i] += share * window[i] * window[i];
                }
            }
        }

        double variance = Enumerable.Range(0, count).Average(i => Math.Max(0, squares[i] - (mean[i] * mean[i])));
        // Constant features carry no information, so any scale works.
        return new FeatureScale(mean, variance > 0 ? Math.Sqrt(variance) : 1);
    }

    /// <summary>The constant input that carries the bias: as large as all features together.</summary>
    public double Constant => Math.Sqrt(mean.Length);

    /// <summary>The scaled features, followed by the constant.</summary>
    public double[] Inputs(double[] features) => [.. features.Select((value, i) => (value - mean[i]) / scale), Constant];

    /// <summary>Converts weights on scaled inputs to weights and bias on features.</summary>
    public double[] OnFeatures(ReadOnlySpan<double> onInputs)
    {
        double[] row = new double[onInputs.Length];
        double bias = onInputs[^1] * Constant;
        for (int i = 0; i < mean.Length; i++)
        {
            row[i] = onInputs[i] / scale;
            bias -= row[i] * mean[i];
        }

        row[^1] = bias;
        return row;
    }
}
