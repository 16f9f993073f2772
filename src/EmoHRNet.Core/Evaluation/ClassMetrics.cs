namespace EmoHRNet.Evaluation;

/// <summary>How well one class is recognized. A ratio with denominator 0 is NaN.</summary>
/// <param name="Label">The class.</param>
/// <param name="Support">The number of utterances of the class.</param>
/// <param name="Precision">The share of the utterances predicted as the class that belong to it.</param>
/// <param name="Recall">The share of the utterances of the class that were recognized.</param>
/// <param name="F1">The harmonic mean of precision and recall; 0 when nothing of the class was recognized.</param>
public sealed record ClassMetrics(string Label, int Support, double Precision, double Recall, double F1);
