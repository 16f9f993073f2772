namespace EmoHRNet.Evaluation;

/// <summary>The progress of a cross-validation.</summary>
/// <param name="Fold">The fold, from 1.</param>
/// <param name="FoldCount">The number of folds.</param>
/// <param name="State">The state of the fold.</param>
/// <param name="UnweightedAccuracy">Its unweighted accuracy once it is finished.</param>
public sealed record FoldProgress(int Fold, int FoldCount, FoldState State, double? UnweightedAccuracy);
