using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation;

public class TemperatureScalingTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Fit_LogitsScaledByAKnownNumber_FindsIt(double temperature)
    {
        IReadOnlyList<LabeledPrediction> predictions = SyntheticPredictions.Draw(20_000, temperature);

        Assert.Equal(temperature, TemperatureScaling.Fit(predictions), 0.05 * temperature);
    }

    [Fact]
    public void Fit_TwoClassesWithOneLogitGap_EqualsTheClosedForm()
    {
        // With gap g between the logits and accuracy p, softmax is calibrated where g / T = ln(p / (1 - p)).
        const double Gap = 4;
        double[][] logits = [.. Enumerable.Repeat(new double[] { Gap, 0 }, 100)];
        int[] targets = [.. Enumerable.Repeat(0, 80), .. Enumerable.Repeat(1, 20)];

        Assert.Equal(Gap / Math.Log(0.8 / 0.2), TemperatureScaling.Fit(logits, targets), 1e-9);
    }

    [Fact]
    public void Fit_AnyOtherTemperature_HasALargerNegativeLogLikelihood()
    {
        IReadOnlyList<LabeledPrediction> predictions = SyntheticPredictions.Draw(500, 3);
        double temperature = TemperatureScaling.Fit(predictions);

        double Loss(double at) => Calibration.Of([.. predictions.Select(each => TemperatureScaling.Apply(each, at))]).NegativeLogLikelihood;

        Assert.True(Loss(temperature) < Loss(temperature * 1.05));
        Assert.True(Loss(temperature) < Loss(temperature / 1.05));
    }

    [Fact]
    public void Fit_EverythingRight_StopsAtTheSmallestTemperature() =>
        Assert.Equal(TemperatureScaling.Minimum, TemperatureScaling.Fit([[2.0, 1.0], [0.0, 5.0]], [0, 1]), 1e-6);

    [Fact]
    public void Fit_EverythingWrong_StopsAtTheLargestTemperature() =>
        Assert.Equal(TemperatureScaling.Maximum, TemperatureScaling.Fit([[2.0, 1.0], [0.0, 5.0]], [1, 0]), 1e-6);

    [Fact]
    public void Fit_NoUtterances_IsRefused() => Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([], []));

    [Fact]
    public void Apply_AnyTemperature_KeepsTheDecisionAndTheSum()
    {
        foreach (LabeledPrediction prediction in SyntheticPredictions.Draw(100, 2))
        {
            LabeledPrediction scaled = TemperatureScaling.Apply(prediction, 2);

            Assert.Equal(prediction.Predicted, scaled.Predicted);
            Assert.Equal(1, scaled.Probabilities.Sum(), 1e-5);
            Assert.True(scaled.Confidence <= prediction.Confidence);
        }
    }
}
