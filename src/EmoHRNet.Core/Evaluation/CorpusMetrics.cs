namespace EmoHRNet.Evaluation;

/// <summary>How well the clips of one corpus are recognized: the mean over several hides a language or a microphone that a model fails on.</summary>
/// <param name="Corpus">The short name of the corpus.</param>
/// <param name="Count">Utterances.</param>
/// <param name="ClassCount">The classes that occur; chance of unweighted accuracy is one over their number.</param>
/// <param name="Accuracy">The share recognized.</param>
/// <param name="UnweightedAccuracy">The mean recall of the classes that occur.</param>
public sealed record CorpusMetrics(string Corpus, int Count, int ClassCount, double Accuracy, double UnweightedAccuracy);
