namespace EmoHRNet.Adaptation;

/// <summary>A window in a <see cref="MultinomialRegression"/>.</summary>
/// <param name="Inputs">What the new weights see.</param>
/// <param name="Offsets">The logits of the old weights.</param>
/// <param name="Targets">How probable each class should be; in sum 1.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record RegressionExample(double[] Inputs, double[] Offsets, double[] Targets, double Weight);
