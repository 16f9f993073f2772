using System.Globalization;

namespace EmoHRNet;

/// <summary>A label and its probability.</summary>
/// <param name="Label">The label, as the model names it.</param>
/// <param name="Probability">0 to 1.</param>
public readonly record struct EmotionProbability(string Label, float Probability)
{
    /// <summary>The label with its probability, in the invariant culture: <c>angry (0.87)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Label} ({Probability:0.00})");
}
