namespace EmoHRNet.Adaptation;

/// <summary>
/// Regularized multinomial logistic regression with given offsets: the change of the weights that minimizes the weighted log-loss plus half
/// the regularization times its squared norm. Strictly convex, so the solution is unique.
/// </summary>
/// <param name="examples">At least one; all with the same lengths.</param>
/// <param name="regularization">Above 0.</param>
internal sealed class MultinomialRegression(IReadOnlyList<RegressionExample> examples, double regularization)
{
    private readonly int _inputs = examples[0].Inputs.Length;
    private readonly int _classes = examples[0].Offsets.Length;

    /// <summary>The change of the weights, row-major [classes, inputs].</summary>
    public double[] Fit() => LimitedMemoryBfgs.Minimize(Evaluate, new double[_classes * _inputs]);

    /// <summary>The objective at a change of the weights.</summary>
    /// <param name="change">Row-major [classes, inputs].</param>
    /// <param name="gradient">Receives the gradient there.</param>
    public double Evaluate(double[] change, double[] gradient)
    {
        double sum = 0;
        for (int i = 0; i < change.Length; i++)
        {
            gradient[i] = regularization * change[i];
            sum += 0.5 * regularization * change[i] * change[i];
        }

        foreach (RegressionExample example in examples)
        {
            sum += Add(example, change, gradient);
        }

        return sum;
    }

    private double Add(RegressionExample example, double[] change, double[] gradient)
    {
        double[] logits = [.. example.Offsets];
        for (int k = 0; k < _classes; k++)
        {
            logits[k] += Dot(change.AsSpan(k * _inputs, _inputs), example.Inputs);
        }

        double highest = logits.Max();
        double total = logits.Sum(logit => Math.Exp(logit - highest));
        double logTotal = highest + Math.Log(total);
        double loss = 0;
        for (int k = 0; k < _classes; k++)
        {
            loss += example.Targets[k] * (logTotal - logits[k]);
            double slope = example.Weight * (Math.Exp(logits[k] - logTotal) - example.Targets[k]);
            Span<double> row = gradient.AsSpan(k * _inputs, _inputs);
            for (int i = 0; i < row.Length; i++)
            {
                row[i] += slope * example.Inputs[i];
            }
        }

        return example.Weight * loss;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
