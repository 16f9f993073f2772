using EmoHRNet.Adaptation;

namespace EmoHRNet.Core.Tests.Adaptation;

public sealed class LayerFitTests
{
    private static readonly int[] AllLabels = [0, 1, 2];

    /// <summary>An untrained layer learns three linearly separable groups.</summary>
    [Fact]
    public void OnLabels_SeparableFeatures_RecognizesNewOnes()
    {
        ClassifierLayer layer = LayerFit.OnLabels(Empty(features: 4), Groups(perLabel: 5, seed: 1), regularization: 3);

        Assert.All(Groups(perLabel: 50, seed: 2), clip => Assert.Equal(clip.Label, Answer(layer, clip)));
    }

    [Fact]
    public void OnLabels_StrongRegularization_LeavesTheLayerAsItWas()
    {
        ClassifierLayer old = new([[1, 2, 3, 4, 5], [-1, 0.5, 0, 2, 1], [0, 0, 1, -1, 2]]);
        ClassifierLayer layer = LayerFit.OnLabels(old, Groups(perLabel: 5, seed: 1), regularization: 1e9);

        Assert.All(old.Rows.Zip(layer.Rows), rows => Assert.All(rows.First.Zip(rows.Second), pair => Assert.Equal(pair.First, pair.Second, 1e-5)));
    }

    [Fact]
    public void OnLabels_LabelWithoutClips_KeepsItsWeights()
    {
        ClassifierLayer old = new([[1, 2, 3, 4, 5], [-1, 0.5, 0, 2, 1], [0, 0, 1, -1, 2]]);
        ClassifierLayer layer = LayerFit.OnLabels(old, [.. Groups(perLabel: 5, seed: 1).Where(clip => clip.Label != 1)], regularization: 3);

        Assert.Equal(old.Rows[1], layer.Rows[1]);
        Assert.NotEqual(old.Rows[0], layer.Rows[0]);
    }

    /// <summary>Repeating the clips of one label ten times changes nothing: labels are weighted equally.</summary>
    [Fact]
    public void OnLabels_UnequalNumbersWithoutFeatures_LeavesTheLabelsAlike()
    {
        FeatureClip[] clips = [.. Enumerable.Range(0, 22).Select(i => new FeatureClip([[0.0, 0]], i < 20 ? 0 : 1, "s", $"{i}"))];
        ClassifierLayer layer = LayerFit.OnLabels(new ClassifierLayer([[0, 0, 0], [0, 0, 0]]), clips, regularization: 3);

        Assert.All(layer.Rows, row => Assert.Equal(0, row[^1], 1e-6));
    }

    /// <summary>With constant logits, the shift that gives each label its share is the logarithm of the share.</summary>
    [Fact]
    public void OnShares_ConstantLogits_GivesTheLogarithmsOfTheShares()
    {
        ClassifierLayer old = new([[0, 0, 4], [0, 0, 0], [0, 0, -1]]);
        FeatureClip[] clips = [.. Enumerable.Range(0, 30).Select(i => new FeatureClip([[i, 1.0]], -1, "s", $"{i}"))];
        ClassifierLayer layer = LayerFit.OnShares(old, clips, [0.5, 0.3, 0.2], regularization: 1e-3);

        Assert.Equal(Math.Log(0.5 / 0.3), layer.Rows[0][^1] - layer.Rows[1][^1], 1e-2);
        Assert.Equal(Math.Log(0.3 / 0.2), layer.Rows[1][^1] - layer.Rows[2][^1], 1e-2);
    }

    /// <summary>The gradient agrees with finite differences of the value.</summary>
    [Fact]
    public void Evaluate_AnyPoint_GivesTheGradientOfItsValue()
    {
        MultinomialRegression regression = new(
            [new([0.5, -1, 1], [1, 0, -1], [0, 1, 0], 2), new([2, 0.3, 1], [0, 0.5, 0], [0.2, 0.3, 0.5], 0.5)], regularization: 0.7);
        double[] point = [.. Enumerable.Range(0, 9).Select(i => Math.Sin(i))];
        double[] gradient = new double[9];
        regression.Evaluate(point, gradient);
        for (int i = 0; i < point.Length; i++)
        {
            double[] up = [.. point];
            double[] down = [.. point];
            (up[i], down[i]) = (up[i] + 1e-5, down[i] - 1e-5);
            double slope = (regression.Evaluate(up, new double[9]) - regression.Evaluate(down, new double[9])) / 2e-5;
            Assert.Equal(slope, gradient[i], 1e-6);
        }
    }

    private static ClassifierLayer Empty(int features) => new([.. AllLabels.Select(_ => new double[features + 1])]);

    private static FeatureClip[] Groups(int perLabel, int seed)
    {
        Random random = new(seed);
        return [.. from label in AllLabels
                   from i in Enumerable.Range(0, perLabel)
                   select new FeatureClip(
                       [[.. Enumerable.Range(0, 4).Select(f => 5 + (f == label ? 2 : 0) + (0.3 * (random.NextDouble() - 0.5)))]], label, $"s{i % 2}", $"{label}-{i}")];
    }

    private static int Answer(ClassifierLayer layer, FeatureClip clip)
    {
        double[] logits = layer.Logits(clip.Windows[0], AllLabels);
        return Array.IndexOf(logits, logits.Max());
    }
}
