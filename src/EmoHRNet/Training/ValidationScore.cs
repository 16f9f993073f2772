namespace EmoHRNet.Training;

/// <summary>How well a network recognizes the validation set.</summary>
/// <param name="Accuracy">The share of correctly predicted utterances.</param>
/// <param name="UnweightedAccuracy">The mean recall over emotions.</param>
/// <param name="Loss">The mean cross-entropy.</param>
internal sealed record ValidationScore(double Accuracy, double UnweightedAccuracy, double Loss);
