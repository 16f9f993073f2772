using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation;

public class ThresholdMetricsTests
{
    [Fact]
    public void Of_HandWorkedCase_GivesWhatEachThresholdKeeps()
    {
        LabeledPrediction[] predictions = [At(0.95f, 0), At(0.7f, 0), At(0.7f, 1), At(0.55f, 1)];

        IReadOnlyList<ThresholdMetrics> thresholds = ThresholdMetrics.Of(predictions);

        Assert.Equal(10, thresholds.Count);
        Assert.Equal(new ThresholdMetrics(0, 1, 0.5), thresholds[0]);
        Assert.Equal((0.75, 2.0 / 3), (thresholds[6].KeptShare, thresholds[6].Accuracy));
        Assert.Equal((0.7, 0.75), (thresholds[7].Threshold, thresholds[7].KeptShare));
        Assert.Equal((0.25, 1), (thresholds[8].KeptShare, thresholds[8].Accuracy));
    }

    [Fact]
    public void Of_CalibratedPredictions_AreRightMoreOftenAtHigherThresholds()
    {
        IReadOnlyList<ThresholdMetrics> thresholds = ThresholdMetrics.Of(SyntheticPredictions.Draw(20_000, 1));

        Assert.All(thresholds.Zip(thresholds.Skip(1)), pair =>
        {
            Assert.True(pair.Second.KeptShare <= pair.First.KeptShare);
            Assert.True(pair.Second.Accuracy >= pair.First.Accuracy);
        });
        Assert.All(thresholds.Where(each => each.KeptShare > 0.01), each => Assert.True(each.Accuracy > each.Threshold));
    }

    [Fact]
    public void Of_NoConfidentPrediction_LeavesThresholdsOut() =>
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], ThresholdMetrics.Of([At(0.6f, 0)]).Select(each => each.Threshold));

    private static LabeledPrediction At(float confidence, int target) => new("clip", "anna", target, [confidence, 1 - confidence]);
}
