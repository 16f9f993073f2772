namespace EmoHRNet.Evaluation;

/// <summary>
/// Temperature scaling (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017): divides all logits by one number, so that
/// confidences agree with accuracy. It changes no decision. Fit it on validation clips, never on test clips.
/// </summary>
public static class TemperatureScaling
{
    /// <summary>The smallest temperature that is fitted.</summary>
    public const double Minimum = 0.01;

    /// <summary>The largest temperature that is fitted.</summary>
    public const double Maximum = 100;

    private const int MaximumSteps = 200;
    private const double Tolerance = 1e-12;

    /// <summary>Finds the temperature with the least negative log-likelihood.</summary>
    /// <param name="logits">The logits of each utterance; log-probabilities work as well, because softmax cancels the difference.</param>
    /// <param name="targets">The true class numbers, as many as logits.</param>
    /// <returns>
    /// The temperature, <see cref="Minimum"/> to <see cref="Maximum"/>: a limit if the likelihood is still growing there.
    /// </returns>
    /// <exception cref="ArgumentException">There are no utterances, or not as many logits as targets.</exception>
    public static double Fit(IReadOnlyList<IReadOnlyList<double>> logits, IReadOnlyList<int> targets)
    {
        if (logits.Count == 0 || logits.Count != targets.Count)
        {
            throw new ArgumentException($"{logits.Count} rows of logits for {targets.Count} targets; expected as many, at least one.", nameof(logits));
        }

        // The negative log-likelihood is convex in the inverse temperature, so its slope has one zero: bracketed Newton.
        double low = 1 / Maximum;
        double high = 1 / Minimum;
        if (Derivatives(logits, targets, high).Slope <= 0)
        {
            return Minimum;
        }

        if (Derivatives(logits, targets, low).Slope >= 0)
        {
            return Maximum;
        }

        double inverse = 1;
        for (int step = 0; step < MaximumSteps && high - low > Tolerance * high; step++)
        {
            (double slope, double curvature) = Derivatives(logits, targets, inverse);
            (low, high) = slope < 0 ? (inverse, high) : (low, inverse);
            double newton = inverse - (slope / curvature);
            inverse = newton > low && newton < high ? newton : (low + high) / 2;
        }

        return 1 / inverse;
    }

    /// <summary>Finds the temperature with the least negative log-likelihood for the predictions of a validation part.</summary>
    /// <param name="validation">At least one prediction.</param>
    public static double Fit(IReadOnlyList<LabeledPrediction> validation) => Fit(
        [.. validation.Select(each => each.Probabilities.Select(LogProbabilities.Of).ToArray())],
        [.. validation.Select(each => each.Target)]);

    /// <summary>The probabilities at a temperature.</summary>
    /// <param name="prediction">A prediction.</param>
    /// <param name="temperature">Above 0; values above 1 make probabilities more even.</param>
    public static LabeledPrediction Apply(LabeledPrediction prediction, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        return prediction with
        {
            Probabilities = LogProbabilities.Softmax([.. prediction.Probabilities.Select(each => LogProbabilities.Of(each) / temperature)]),
        };
    }

    private static (double Slope, double Curvature) Derivatives(
        IReadOnlyList<IReadOnlyList<double>> logits, IReadOnlyList<int> targets, double inverse)
    {
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < logits.Count; i++)
        {
            double highest = logits[i].Max();
            double weights = 0;
            double first = 0;
            double second = 0;
            foreach (double logit in logits[i])
            {
                double weight = Math.Exp(inverse * (logit - highest));
                weights += weight;
                first += weight * logit;
                second += weight * logit * logit;
            }

            double mean = first / weights;
            slope += mean - logits[i][targets[i]];
            curvature += (second / weights) - (mean * mean);
        }

        return (slope, curvature);
    }
}
