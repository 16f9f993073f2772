using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation;

public class CalibrationTests
{
    [Fact]
    public void Of_HandWorkedCase_GivesTheWeightedGap()
    {
        // Ten bins. Confidence 0.9, three of four right: gap 0.15. Confidence 0.6, one of one right: gap 0.4.
        LabeledPrediction[] predictions = [At(0.9f, 0), At(0.9f, 0), At(0.9f, 0), At(0.9f, 1), At(0.6f, 0)];

        Calibration calibration = Calibration.Of(predictions, 10);

        Assert.Equal(((4 * 0.15) + 0.4) / 5, calibration.ExpectedError, 6);
        Assert.Equal(0.84, calibration.MeanConfidence, 6);
        Assert.Equal(-((3 * Math.Log(0.9)) + Math.Log(0.1) + Math.Log(0.6)) / 5, calibration.NegativeLogLikelihood, 6);
        Assert.Equal([4, 1], calibration.Bins.Where(bin => bin.Count > 0).Select(bin => bin.Count).OrderDescending());
    }

    [Fact]
    public void Of_ProbabilitiesThatAreTrue_HasASmallErrorAndScaledOnesALargeOne()
    {
        double calibrated = Calibration.Of(SyntheticPredictions.Draw(20_000, 1)).ExpectedError;
        double overconfident = Calibration.Of(SyntheticPredictions.Draw(20_000, 4)).ExpectedError;

        Assert.InRange(calibrated, 0, 0.02);
        Assert.InRange(overconfident, 0.2, 1);
    }

    [Fact]
    public void Of_CertainAndRight_HasNoError() => Assert.Equal(0, Calibration.Of([At(1, 0), At(1, 0)]).ExpectedError, 9);

    private static LabeledPrediction At(float confidence, int target) => new("clip", "anna", target, [confidence, 1 - confidence]);
}
