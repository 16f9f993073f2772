using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training.Optimization;

/// <summary>The optimizers as in their papers, elementwise in double precision.</summary>
internal sealed class PublishedFormulas(TrainingOptions options, IEnumerable<float> start)
{
    private readonly double[] _first = new double[start.Count()];
    private readonly double[] _second = new double[start.Count()];

    public double[] Weights { get; } = [.. start.Select(w => (double)w)];

    public void Step(IReadOnlyList<float> gradients, int step, double rate)
    {
        for (int i = 0; i < Weights.Length; i++)
        {
            Weights[i] = options.Optimizer switch
            {
                OptimizerKind.Sgd => Nesterov(i, gradients[i] + (options.WeightDecay * Weights[i]), rate),
                OptimizerKind.Adam => Adam(i, Weights[i], gradients[i] + (options.WeightDecay * Weights[i]), step + 1, rate),
                _ => Adam(i, Weights[i] - (rate * options.WeightDecay * Weights[i]), gradients[i], step + 1, rate),
            };
        }
    }

    // Kingma and Ba (2015), algorithm 1; Loshchilov and Hutter (2019), algorithm 2.
    private double Adam(int i, double weight, double gradient, int t, double rate)
    {
        _first[i] = (options.Beta1 * _first[i]) + ((1 - options.Beta1) * gradient);
        _second[i] = (options.Beta2 * _second[i]) + ((1 - options.Beta2) * gradient * gradient);
        double mean = _first[i] / (1 - Math.Pow(options.Beta1, t));
        double square = _second[i] / (1 - Math.Pow(options.Beta2, t));
        return weight - (rate * mean / (Math.Sqrt(square) + 1e-8));
    }

    // b ← μ·b + g, w ← w − rate·(g + μ·b): Nesterov's method in torch's notation.
    private double Nesterov(int i, double gradient, double rate)
    {
        _first[i] = (options.Beta1 * _first[i]) + gradient;
        return Weights[i] - (rate * (gradient + (options.Beta1 * _first[i])));
    }
}
