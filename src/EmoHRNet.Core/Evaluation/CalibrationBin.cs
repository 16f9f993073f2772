namespace EmoHRNet.Evaluation;

/// <summary>The utterances whose confidence is in one range.</summary>
/// <param name="From">The start of the range (exclusive, except 0 in the first).</param>
/// <param name="To">The end of the range (inclusive).</param>
/// <param name="Count">The number of utterances.</param>
/// <param name="Confidence">Their mean confidence; 0 without utterances.</param>
/// <param name="Accuracy">The share recognized; 0 without utterances.</param>
public sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Accuracy);
