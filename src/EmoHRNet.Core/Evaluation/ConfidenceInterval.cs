using System.Globalization;

namespace EmoHRNet.Evaluation;

/// <summary>A figure with its 95% confidence interval.</summary>
/// <param name="Value">The figure over all utterances.</param>
/// <param name="Lower">The 2.5% quantile over bootstrap samples.</param>
/// <param name="Upper">The 97.5% quantile.</param>
public sealed record ConfidenceInterval(double Value, double Lower, double Upper)
{
    /// <summary>In percent: <c>84.2 (81.9 to 86.3)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * Value:0.0} ({100 * Lower:0.0} to {100 * Upper:0.0})");
}
