namespace EmoHRNet.Adaptation;

/// <summary>A window in a <see cref="MultinomialRegression"/>.</summary>
/// <param name="Inputs">The inputs of the new weights.</param>
/// <param name="Offsets">The logits of the old weights.</param>
/// <param name="Targets">The target probability of each class; they sum to 1.</param>
/// <param name="Weight">The weight in the loss.</param>
internal sealed record RegressionExample(double[] Inputs, double[] Offsets, double[] Targets, double Weight);
