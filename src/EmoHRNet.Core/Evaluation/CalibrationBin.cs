namespace EmoHRNet.Evaluation;

/// <summary>The utterances whose confidence is in one range.</summary>
/// <param name="From">Where the range starts (exclusive, but 0 in the first).</param>
/// <param name="To">Where it ends (inclusive).</param>
/// <param name="Count">How many utterances.</param>
/// <param name="Confidence">Their mean confidence; 0 without utterances.</param>
/// <param name="Accuracy">The share of them recognized; 0 without utterances.</param>
public sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Accuracy);
