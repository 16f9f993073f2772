namespace EmoHRNet.Evaluation;

/// <summary>How well one speaker is recognized: means hide voices a model fails on.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Count">Utterances.</param>
/// <param name="Accuracy">The share recognized.</param>
/// <param name="UnweightedAccuracy">The mean recall of the classes the speaker has.</param>
public sealed record SpeakerMetrics(string Speaker, int Count, double Accuracy, double UnweightedAccuracy);
