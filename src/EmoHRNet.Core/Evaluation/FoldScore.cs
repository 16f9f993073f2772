namespace EmoHRNet.Evaluation;

/// <summary>One fold's figures.</summary>
/// <param name="Fold">The fold, from 1.</param>
/// <param name="Count">Test clips.</param>
/// <param name="Accuracy">Accuracy.</param>
/// <param name="UnweightedAccuracy">Unweighted accuracy.</param>
/// <param name="MacroF1">Macro F1.</param>
/// <param name="HeldOut">The name of what was held out, if it has one.</param>
/// <param name="SplitHash">The hash of the split.</param>
/// <param name="Seconds">The duration, in seconds.</param>
public sealed record FoldScore(
    int Fold, int Count, double Accuracy, double UnweightedAccuracy, double MacroF1, string? HeldOut, string SplitHash, double Seconds);
