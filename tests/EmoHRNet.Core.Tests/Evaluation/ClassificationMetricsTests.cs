using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation;

public class ClassificationMetricsTests
{
    // Computed by hand. a: 3 right, 1 predicted as b. b: 2 right, 2 predicted as a. c: 0 right, 2 predicted as b.
    private static readonly int[] Targets = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
    private static readonly int[] Predictions = [0, 0, 0, 1, 1, 1, 0, 0, 1, 1];

    [Fact]
    public void Of_HandWorkedCase_GivesTheFiguresWorkedByHand()
    {
        ClassificationMetrics metrics = ClassificationMetrics.Of(["a", "b", "c"], Targets, Predictions);

        Assert.Equal(10, metrics.Count);
        Assert.Equal(0.5, metrics.Accuracy, 12);
        Assert.Equal((0.75 + 0.5 + 0) / 3, metrics.UnweightedAccuracy, 12);
        Assert.Equal(3 / 5.0, metrics.Classes[0].Precision, 12);
        Assert.Equal(2 / 5.0, metrics.Classes[1].Precision, 12);
        Assert.True(double.IsNaN(metrics.Classes[2].Precision));
        Assert.Equal(2 * 0.6 * 0.75 / (0.6 + 0.75), metrics.Classes[0].F1, 12);
        Assert.Equal(0, metrics.Classes[2].F1);
        Assert.Equal((metrics.Classes[0].F1 + metrics.Classes[1].F1) / 3, metrics.MacroF1, 12);
    }

    [Fact]
    public void Of_ClassThatNeverOccurs_IsLeftOutOfTheMeans()
    {
        ClassificationMetrics metrics = ClassificationMetrics.Of(["a", "b", "unused"], [0, 1, 1, 1], [0, 1, 1, 0]);

        Assert.Equal((1 + (2 / 3.0)) / 2, metrics.UnweightedAccuracy, 12);
        Assert.True(double.IsNaN(metrics.Classes[2].Recall));
    }

    [Fact]
    public void Of_AlwaysTheMajority_GivesUnweightedAccuracyOfChance()
    {
        ClassificationMetrics metrics = ClassificationMetrics.Of(["a", "b"], [.. Enumerable.Repeat(0, 99), 1], new int[100]);

        Assert.Equal(0.99, metrics.Accuracy, 12);
        Assert.Equal(0.5, metrics.UnweightedAccuracy, 12);
    }

    [Fact]
    public void Of_NoUtterance_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Of(["a", "b"], [], []));

    [Fact]
    public void Count_ClassOutOfRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Count(["a", "b"], [0], [2]));
}
