namespace EmoHRNet.Evaluation;

/// <summary>What the cross-validation does now.</summary>
/// <param name="Fold">The fold, from 1.</param>
/// <param name="FoldCount">The number of folds.</param>
/// <param name="State">What happens to it.</param>
/// <param name="UnweightedAccuracy">Its unweighted accuracy, when it is finished.</param>
public sealed record FoldProgress(int Fold, int FoldCount, FoldState State, double? UnweightedAccuracy);
