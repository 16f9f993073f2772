namespace EmoHRNet.Evaluation;

/// <summary>
/// How well the clips of one corpus are recognized: a mean over corpora can hide a language or a microphone on which a model fails.
/// </summary>
/// <param name="Corpus">The short name of the corpus.</param>
/// <param name="Count">Utterances.</param>
/// <param name="ClassCount">The number of classes that occur; the chance level of unweighted accuracy is one over it.</param>
/// <param name="Accuracy">The share recognized.</param>
/// <param name="UnweightedAccuracy">The mean recall of the classes that occur.</param>
public sealed record CorpusMetrics(string Corpus, int Count, int ClassCount, double Accuracy, double UnweightedAccuracy);
