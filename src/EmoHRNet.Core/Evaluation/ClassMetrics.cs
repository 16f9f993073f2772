namespace EmoHRNet.Evaluation;

/// <summary>How well one class is recognized. A ratio without a denominator is not a number.</summary>
/// <param name="Label">The class.</param>
/// <param name="Support">Utterances of the class.</param>
/// <param name="Precision">The share of the utterances taken for the class that are of it.</param>
/// <param name="Recall">The share of the utterances of the class that were recognized.</param>
/// <param name="F1">The harmonic mean of precision and recall; 0 when nothing of the class was recognized.</param>
public sealed record ClassMetrics(string Label, int Support, double Precision, double Recall, double F1);
