namespace EmoHRNet.Adaptation;

/// <summary>Fits a new last layer on labeled clips: chooses the regularization, fits the weights, fits the temperature.</summary>
/// <param name="Layer">The new layer.</param>
/// <param name="Temperature">The divisor of its logits.</param>
/// <param name="Regularization">How strongly it was held to the old layer.</param>
/// <param name="AccuracyBefore">Unweighted accuracy of the old layer on the clips.</param>
/// <param name="AccuracyAfter">Unweighted accuracy of the new layer by cross-validation.</param>
internal sealed record LayerAdaptation(
    ClassifierLayer Layer, double Temperature, double Regularization, double AccuracyBefore, double AccuracyAfter)
{
    // From strong to weak: of two equally good ones the stronger is taken. Features are scaled to unit variance.
    private static readonly double[] Candidates = [1000, 300, 100, 30, 10, 3];

    /// <summary>Adapts a layer.</summary>
    public static LayerAdaptation Of(ClassifierLayer old, IReadOnlyList<FeatureClip> clips, AdaptationOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<FeatureClip>> folds = AdaptationFolds.Of(clips);
        CrossFit best = (options.Regularization is { } given ? [given] : Candidates).Select(candidate =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return CrossFit.Of(old, clips, folds, candidate);
        }).MinBy(fit => fit.LogLoss())!;
        return new LayerAdaptation(
            LayerFit.OnLabels(old, clips, best.Regularization),
            options.FitsTemperature ? best.Temperature() : 1,
            best.Regularization,
            CrossFit.OfOld(old, clips).UnweightedAccuracy(),
            best.UnweightedAccuracy());
    }
}
