using System.Text.Json.Serialization;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Training;

/// <summary>How a network is optimized. The defaults are the paper's settings (section 3.4).</summary>
public sealed record TrainingOptions : ValidatedOptions
{
    /// <summary>Passes over the training set, 1 to 100,000. Default 100.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Utterances per forward pass, 2 to 4096 (batch normalization needs two). Default 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The optimizer. Default <see cref="OptimizerKind.Adam"/>.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>The full learning rate, above 0, at most 10. Default 1e-3.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Decay of the first moment (Adam, AdamW) or the momentum (SGD, Muon), 0 to below 1. Default 0.9; 0.95 is usual with Muon.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the second moment (Adam, AdamW; with Muon, of all parameters but kernels), 0 to below 1. Default 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Weight decay, 0 to 1. Default 1e-4.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>How the learning rate changes after the warm-up. Default <see cref="LearningRateSchedule.Constant"/>.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>Epochs over which the learning rate rises linearly from near zero, 0 to <see cref="Epochs"/>. Default 0.</summary>
    public double WarmupEpochs { get; init; }

    /// <summary>Probability mass moved from the true emotion to all emotions evenly, 0 to below 1. Default 0.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>How training treats rare emotions. Default <see cref="Training.ClassBalance.None"/>.</summary>
    public ClassBalance ClassBalance { get; init; } = ClassBalance.None;

    /// <summary>
    /// How evenly corpora of different size count when training on several: an epoch takes utterances from each in proportion to its size to the power of
    /// 1 - this. 0 (the default) takes every utterance once, 1 takes equally many from each corpus; the length of the epoch is the same.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double CorpusBalance { get; init; }

    /// <summary>The largest norm of all gradients together; larger ones are scaled down. 0 turns clipping off. Default 0.</summary>
    public double GradientClipNorm { get; init; }

    /// <summary>Decay per step of the exponential moving average of weights that is validated and kept, 0 (no averaging) to below 1. Default 0.</summary>
    public double WeightAveragingDecay { get; init; }

    /// <summary>Forward passes whose gradients are added up before a step, 1 to 1024. Default 1.</summary>
    public int GradientAccumulation { get; init; } = 1;

    /// <summary>Epochs without a better validation result after which training stops; 0 never stops early. Default 0.</summary>
    public int EarlyStoppingPatience { get; init; }

    /// <summary>Which epoch's weights are kept. Default <see cref="EpochSelection.BestValidation"/>.</summary>
    public EpochSelection Selection { get; init; } = EpochSelection.BestValidation;

    /// <summary>The number format of forward and backward passes. Default <see cref="TrainingPrecision.Full"/>.</summary>
    public TrainingPrecision Precision { get; init; } = TrainingPrecision.Full;

    /// <summary>The seed of initial weights, order, augmentation and dropout. Default 0.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(Epochs), Epochs, 1, 100_000)
        .Range(nameof(BatchSize), BatchSize, 2, 4096)
        .Defined(nameof(Optimizer), Optimizer)
        .Require(LearningRate is > 0 and <= 10, nameof(LearningRate), LearningRate, "above 0, at most 10")
        .Require(Beta1 is >= 0 and < 1, nameof(Beta1), Beta1, "0 to below 1")
        .Require(Beta2 is >= 0 and < 1, nameof(Beta2), Beta2, "0 to below 1")
        .Range(nameof(WeightDecay), WeightDecay, 0, 1)
        .Defined(nameof(Schedule), Schedule)
        .Range(nameof(WarmupEpochs), WarmupEpochs, 0, Epochs)
        .Require(LabelSmoothing is >= 0 and < 1, nameof(LabelSmoothing), LabelSmoothing, "0 to below 1")
        .Defined(nameof(ClassBalance), ClassBalance)
        .Range(nameof(CorpusBalance), CorpusBalance, 0, 1)
        .Require(GradientClipNorm is >= 0 and < double.PositiveInfinity, nameof(GradientClipNorm), GradientClipNorm, "0 (off) or a finite norm")
        .Require(WeightAveragingDecay is >= 0 and < 1, nameof(WeightAveragingDecay), WeightAveragingDecay, "0 (off) to below 1")
        .Range(nameof(GradientAccumulation), GradientAccumulation, 1, 1024)
        .Range(nameof(EarlyStoppingPatience), EarlyStoppingPatience, 0, 100_000)
        .Defined(nameof(Selection), Selection)
        .Require(EarlyStoppingPatience == 0 || Selection == EpochSelection.BestValidation, nameof(EarlyStoppingPatience), EarlyStoppingPatience,
            $"0 when {nameof(Selection)} is {EpochSelection.Last}: stopping early chooses an epoch")
        .Defined(nameof(Precision), Precision);
}
