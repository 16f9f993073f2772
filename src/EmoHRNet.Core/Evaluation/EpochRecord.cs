namespace EmoHRNet.Evaluation;

/// <summary>What one epoch gave.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="TrainingLoss">The mean loss over the training set while its weights changed.</param>
/// <param name="ValidationAccuracy">The share of validation utterances recognized, or null without a validation set.</param>
/// <param name="ValidationUnweightedAccuracy">The mean recall over emotions on the validation set, or null without one.</param>
/// <param name="ValidationLoss">The mean cross-entropy on the validation set, or null without one.</param>
/// <param name="Seconds">Time the epoch took, validation included.</param>
/// <param name="WaitingSeconds">Time the optimizer waited for data within it.</param>
public sealed record EpochRecord(
    int Epoch,
    double LearningRate,
    double TrainingLoss,
    double? ValidationAccuracy,
    double? ValidationUnweightedAccuracy,
    double? ValidationLoss,
    double Seconds,
    double WaitingSeconds);
