namespace EmoHRNet.Evaluation;

/// <summary>Loss, validation metrics and timing of one epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="TrainingLoss">The mean training loss during the epoch, while the weights changed.</param>
/// <param name="ValidationAccuracy">The share of validation utterances recognized, or null without a validation set.</param>
/// <param name="ValidationUnweightedAccuracy">The mean recall over emotions on the validation set, or null without one.</param>
/// <param name="ValidationLoss">The mean cross-entropy on the validation set, or null without one.</param>
/// <param name="Seconds">Duration of the epoch including validation, in seconds.</param>
/// <param name="WaitingSeconds">Time spent waiting for data, in seconds.</param>
public sealed record EpochRecord(
    int Epoch,
    double LearningRate,
    double TrainingLoss,
    double? ValidationAccuracy,
    double? ValidationUnweightedAccuracy,
    double? ValidationLoss,
    double Seconds,
    double WaitingSeconds);
