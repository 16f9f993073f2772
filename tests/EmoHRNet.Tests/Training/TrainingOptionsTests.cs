using EmoHRNet.Audio.Options;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class TrainingOptionsTests
{
    [Fact]
    public void Defaults_AreThePapersSettings()
    {
        TrainingOptions options = new();

        Assert.Equal((OptimizerKind.Adam, 1e-3, 0.9, 0.999, 1e-4), (options.Optimizer, options.LearningRate, options.Beta1, options.Beta2, options.WeightDecay));
        Assert.Equal((100, 64, EpochSelection.BestValidation), (options.Epochs, options.BatchSize, options.Selection));
    }

    [Fact]
    public void Validate_SeveralProblems_NamesThemAll()
    {
        TrainingOptions options = new() { Epochs = 0, BatchSize = 1, LearningRate = double.NaN, LabelSmoothing = 1, WeightAveragingDecay = 1 };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(options.Validate);

        Assert.Equal(["Epochs", "BatchSize", "LearningRate", "LabelSmoothing", "WeightAveragingDecay"], e.Problems.Select(p => p.Name));
    }

    [Fact]
    public void Validate_EarlyStoppingWithLastEpoch_IsRefused()
    {
        TrainingOptions options = new() { EarlyStoppingPatience = 5, Selection = EpochSelection.Last };

        Assert.Equal("EarlyStoppingPatience", Assert.Throws<InvalidOptionsException>(options.Validate).Problems.Single().Name);
    }
}
