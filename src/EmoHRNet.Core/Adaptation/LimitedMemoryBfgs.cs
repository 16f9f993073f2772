namespace EmoHRNet.Adaptation;

/// <summary>
/// Minimizes a smooth, strictly convex function: L-BFGS with the two-loop recursion and a backtracking line search (Nocedal and Wright,
/// Numerical Optimization, 2006, algorithms 3.1 and 7.4).
/// </summary>
internal static class LimitedMemoryBfgs
{
    private const int Memory = 10;
    private const int MaximumSteps = 500;
    private const int MaximumHalvings = 40;
    private const double Tolerance = 1e-6;
    private const double SufficientDecrease = 1e-4;

    /// <summary>Where the function is smallest.</summary>
    /// <param name="evaluate">The value at a point; fills in the gradient.</param>
    /// <param name="start">Where to begin; not changed.</param>
    public static double[] Minimize(Func<double[], double[], double> evaluate, double[] start)
    {
        List<(double[] Step, double[] Change)> pairs = [];
        double[] point = [.. start];
        double[] gradient = new double[point.Length];
        double value = evaluate(point, gradient);
        for (int step = 0; step < MaximumSteps && Dot(gradient, gradient) > Tolerance * Tolerance; step++)
        {
            double[] direction = Direction(gradient, pairs);
            double slope = Dot(direction, gradient);
            double length = pairs.Count > 0 ? 1 : 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient)));
            double[] next = new double[point.Length];
            double[] nextGradient = new double[point.Length];
            double nextValue = double.PositiveInfinity;
            for (int halving = 0; halving < MaximumHalvings && !(nextValue <= value + (SufficientDecrease * length * slope)); halving++)
            {
                length *= halving == 0 ? 1 : 0.5;
                next = Sum(point, length, direction);
                nextValue = evaluate(next, nextGradient);
            }

            if (!(nextValue < value))
            {
                // No further descent within rounding.
                break;
            }

            Remember(pairs, Sum(next, -1, point), Sum(nextGradient, -1, gradient));
            (point, gradient, value) = (next, nextGradient, nextValue);
        }

        return point;
    }

    private static void Remember(List<(double[] Step, double[] Change)> pairs, double[] step, double[] change)
    {
        if (Dot(step, change) <= 0)
        {
            return;
        }

        pairs.Add((step, change));
        if (pairs.Count > Memory)
        {
            pairs.RemoveAt(0);
        }
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change)> pairs)
    {
        double[] direction = Array.ConvertAll(gradient, each => -each);
        double[] factors = new double[pairs.Count];
        for (int i = pairs.Count - 1; i >= 0; i--)
        {
            factors[i] = Dot(pairs[i].Step, direction) / Dot(pairs[i].Step, pairs[i].Change);
            direction = Sum(direction, -factors[i], pairs[i].Change);
        }

        if (pairs.Count > 0)
        {
            double scale = Dot(pairs[^1].Step, pairs[^1].Change) / Dot(pairs[^1].Change, pairs[^1].Change);
            direction = Array.ConvertAll(direction, each => each * scale);
        }

        for (int i = 0; i < pairs.Count; i++)
        {
            double factor = Dot(pairs[i].Change, direction) / Dot(pairs[i].Step, pairs[i].Change);
            direction = Sum(direction, factors[i] - factor, pairs[i].Step);
        }

        return direction;
    }

    private static double[] Sum(double[] a, double factor, double[] b)
    {
        double[] sum = [.. a];
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * b[i];
        }

        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
