using EmoHRNet.Training;
using EmoHRNet.Training.Optimization;

namespace EmoHRNet.Tests.Training.Optimization;

public class LearningRateTests
{
    private static readonly TrainingOptions Cosine = new() { Epochs = 10, LearningRate = 0.01, WarmupEpochs = 2, Schedule = LearningRateSchedule.Cosine };

    [Fact]
    public void At_WarmUp_RisesLinearlyToTheFullRate()
    {
        double[] rates = [.. Enumerable.Range(0, 8).Select(step => LearningRate.At(Cosine, step, stepsPerEpoch: 4))];

        double increment = 0.01 / 9;
        for (int step = 0; step < 8; step++)
        {
            Assert.Equal(increment * (step + 1), rates[step], 12);
        }

        Assert.Equal(0.01, LearningRate.At(Cosine, 8, 4), 12);
    }

    [Theory]
    [InlineData(8 + 16, 0.005)]
    [InlineData(8 + 32, 0)]
    public void At_CosineAfterWarmUp_IsHalfAtTheMiddleAndZeroAtTheEnd(long step, double expected) =>
        Assert.Equal(expected, LearningRate.At(Cosine, step, 4), 12);

    [Fact]
    public void At_Constant_NeverChanges()
    {
        TrainingOptions options = new() { LearningRate = 0.003 };

        Assert.All(Enumerable.Range(0, 1000), step => Assert.Equal(0.003, LearningRate.At(options, step, 7)));
    }
}
