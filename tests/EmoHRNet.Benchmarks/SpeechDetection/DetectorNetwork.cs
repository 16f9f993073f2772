namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>The network of the detector in training: standardized features, one hidden layer, one logit. Adam on cross-entropy.</summary>
internal sealed class DetectorNetwork
{
    private readonly int _hidden;
    private readonly int _inputs;

    private DetectorNetwork(int inputs, int hidden) => (_inputs, _hidden) = (inputs, hidden);

    public required float[] Means { get; init; }

    public required float[] Scales { get; init; }

    /// <summary>[hidden][inputs + 1], then [hidden + 1].</summary>
    public required double[] Weights { get; init; }

    public double[] HiddenWeights => Weights[..(_hidden * (_inputs + 1))];

    public double[] OutputWeights => Weights[(_hidden * (_inputs + 1))..];

    public static DetectorNetwork Fit(IReadOnlyList<(float[] Evidence, bool IsSpeech, double Weight)> examples, int hidden, int epochs, double decay, int seed)
    {
        int inputs = examples[0].Evidence.Length;
        float[] means = [.. Enumerable.Range(0, inputs).Select(i => examples.Average(e => e.Evidence[i]))];
        float[] scales = [.. Enumerable.Range(0, inputs).Select(i => 1 / (1e-4f + (float)Math.Sqrt(examples.Average(e => Math.Pow(e.Evidence[i] - means[i], 2)))))];
        Random random = new(seed);
        double[] weights = new double[(hidden * (inputs + 1)) + hidden + 1];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = ((2 * random.NextDouble()) - 1) / Math.Sqrt(i < hidden * (inputs + 1) ? inputs : hidden);
        }

        DetectorNetwork network = new(inputs, hidden) { Means = means, Scales = scales, Weights = weights };
        network.Descend(examples, epochs, decay, random);
        return network;
    }

    public double Logit(float[] evidence)
    {
        double[] x = Standardize(evidence);
        double logit = Weights[^1];
        for (int h = 0; h < _hidden; h++)
        {
            logit += Weights[(_hidden * (_inputs + 1)) + h] * Hidden(x, h);
        }

        return logit;
    }

    private double[] Standardize(float[] evidence)
    {
        double[] x = new double[_inputs];
        for (int i = 0; i < _inputs; i++)
        {
            x[i] = Math.Clamp((evidence[i] - Means[i]) * Scales[i], -3, 3);
        }

        return x;
    }

    private double Hidden(double[] x, int h)
    {
        int start = h * (_inputs + 1);
        double sum = Weights[start + _inputs];
        for (int i = 0; i < _inputs; i++)
        {
            sum += Weights[start + i] * x[i];
        }

        return Math.Tanh(sum);
    }

    private void Descend(IReadOnlyList<(float[] Evidence, bool IsSpeech, double Weight)> examples, int epochs, double decay, Random random)
    {
        const int Batch = 64;
        double[] first = new double[Weights.Length], second = new double[Weights.Length], gradient = new double[Weights.Length];
        double[][] inputs = [.. examples.Select(e => Standardize(e.Evidence))];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        double[] hidden = new double[_hidden];
        int step = 0, output = _hidden * (_inputs + 1);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            double rate = 0.003 * 0.5 * (1 + Math.Cos(Math.PI * epoch / epochs));
            foreach (int[] batch in order.Chunk(Batch))
            {
                Array.Clear(gradient);
                foreach (int index in batch)
                {
                    double[] x = inputs[index];
                    double logit = Weights[^1];
                    for (int h = 0; h < _hidden; h++)
                    {
                        hidden[h] = Hidden(x, h);
                        logit += Weights[output + h] * hidden[h];
                    }

                    double target = examples[index].IsSpeech ? 0.98 : 0.02;
                    double error = ((1 / (1 + Math.Exp(-logit))) - target) * examples[index].Weight / batch.Length;
                    gradient[^1] += error;
                    for (int h = 0; h < _hidden; h++)
                    {
                        gradient[output + h] += error * hidden[h];
                        double back = error * Weights[output + h] * (1 - (hidden[h] * hidden[h]));
                        int start = h * (_inputs + 1);
                        gradient[start + _inputs] += back;
                        for (int i = 0; i < _inputs; i++)
                        {
                            gradient[start + i] += back * x[i];
                        }
                    }
                }

                step++;
                double a = 1 - Math.Pow(0.9, step), b = 1 - Math.Pow(0.999, step);
                for (int i = 0; i < Weights.Length; i++)
                {
                    first[i] = (0.9 * first[i]) + (0.1 * gradient[i]);
                    second[i] = (0.999 * second[i]) + (0.001 * gradient[i] * gradient[i]);
                    Weights[i] -= rate * ((first[i] / a / (Math.Sqrt(second[i] / b) + 1e-8)) + (decay * Weights[i]));
                }
            }
        }
    }
}
