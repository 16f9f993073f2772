namespace EmoHRNet.Evaluation;

/// <summary>How well one speaker is recognized: means can hide voices on which a model fails.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Count">Utterances.</param>
/// <param name="Accuracy">The share recognized.</param>
/// <param name="UnweightedAccuracy">The mean recall of the classes that occur for the speaker.</param>
public sealed record SpeakerMetrics(string Speaker, int Count, double Accuracy, double UnweightedAccuracy);
