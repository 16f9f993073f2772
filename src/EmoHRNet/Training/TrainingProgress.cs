using EmoHRNet.Evaluation;

namespace EmoHRNet.Training;

/// <summary>Where a training run stands; reported after every step.</summary>
/// <param name="Phase">What the run is doing.</param>
/// <param name="Epoch">The current epoch, from 1; 0 while features are prepared.</param>
/// <param name="EpochCount">The number of epochs of the recipe.</param>
/// <param name="Done">Steps done in the epoch, or utterances prepared.</param>
/// <param name="Total">Steps in the epoch, or utterances to prepare.</param>
/// <param name="Loss">The mean loss of the epoch so far, or null before the first step.</param>
/// <param name="LastEpoch">The last finished epoch, or null before the first.</param>
/// <param name="Remaining">An estimate of the time left, or null before there is one.</param>
public sealed record TrainingProgress(
    TrainingPhase Phase,
    int Epoch,
    int EpochCount,
    int Done,
    int Total,
    double? Loss,
    EpochRecord? LastEpoch,
    TimeSpan? Remaining);
