namespace EmoHRNet.Evaluation;

/// <summary>How well confidences agree with the probability of being right.</summary>
/// <param name="ExpectedError">
/// The expected calibration error (Naeini et al., 2015; Guo et al., 2017): the mean distance between confidence and accuracy over bins of
/// equal width, weighted by their utterances. 0 is perfect.
/// </param>
/// <param name="Bins">The bins of confidence, from 0 to 1.</param>
/// <param name="MeanConfidence">The mean confidence.</param>
/// <param name="NegativeLogLikelihood">The mean of -ln of the true class's probability.</param>
public sealed record Calibration(
    double ExpectedError, IReadOnlyList<CalibrationBin> Bins, double MeanConfidence, double NegativeLogLikelihood)
{
    /// <summary>Measures the calibration of predictions.</summary>
    /// <param name="predictions">At least one prediction.</param>
    /// <param name="binCount">The number of bins, at least 1. Default 15.</param>
    public static Calibration Of(IReadOnlyList<LabeledPrediction> predictions, int binCount = 15)
    {
        ArgumentOutOfRangeException.ThrowIfZero(predictions.Count, nameof(predictions));
        ArgumentOutOfRangeException.ThrowIfLessThan(binCount, 1);
        ILookup<int, LabeledPrediction> byBin = predictions.ToLookup(
            each => Math.Clamp((int)Math.Ceiling(each.Confidence * (double)binCount) - 1, 0, binCount - 1));
        CalibrationBin[] bins = [.. Enumerable.Range(0, binCount).Select(bin => Bin(bin, binCount, [.. byBin[bin]]))];
        return new Calibration(
            bins.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Accuracy)) / predictions.Count,
            bins,
            predictions.Average(each => each.Confidence),
            predictions.Average(each => -LogProbabilities.Of(each.Probabilities[each.Target])));
    }

    private static CalibrationBin Bin(int bin, int binCount, LabeledPrediction[] members) => new(
        (double)bin / binCount,
        (double)(bin + 1) / binCount,
        members.Length,
        members.Length == 0 ? 0 : members.Average(each => (double)each.Confidence),
        members.Length == 0 ? 0 : members.Count(each => each.IsCorrect) / (double)members.Length);
}
