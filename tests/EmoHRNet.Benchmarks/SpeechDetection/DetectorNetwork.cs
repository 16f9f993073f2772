using System.Numerics;
using System.Runtime.InteropServices;
using EmoHRNet.Audio.Features.Articulation;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>
/// The network of the detector in training: standardized features, one hidden layer, one logit. Adam on cross-entropy with decay of the
/// weights and with noise on the features, so that no unit relies on few of them.
/// </summary>
internal sealed class DetectorNetwork
{
    private const int Batch = 64;
    private const float Limit = 3; // as SpeechNetwork
    private const double Rate = 0.003;

    private readonly int _hidden;
    private readonly int _inputs;

    private DetectorNetwork(int inputs, int hidden) => (_inputs, _hidden) = (inputs, hidden);

    public required float[] Means { get; init; }

    public required float[] Scales { get; init; }

    /// <summary>[hidden][inputs + 1], then [hidden + 1].</summary>
    public required float[] Weights { get; init; }

    public float[] HiddenWeights => Weights[..(_hidden * (_inputs + 1))];

    public float[] OutputWeights => Weights[(_hidden * (_inputs + 1))..];

    /// <param name="examples">Features, target and weight of each example.</param>
    /// <param name="hidden">The number of hidden units.</param>
    /// <param name="epochs">How often each example is seen.</param>
    /// <param name="decay">The decay of the weights.</param>
    /// <param name="noise">The standard deviation of the noise on the standardized features.</param>
    /// <param name="seed">Of first weights, order and noise.</param>
    public static DetectorNetwork Fit(
        IReadOnlyList<(float[] Evidence, bool IsSpeech, double Weight)> examples, int hidden, int epochs, double decay, double noise, int seed)
    {
        int inputs = examples[0].Evidence.Length;
        float[] means = [.. Enumerable.Range(0, inputs).Select(i => examples.Average(e => e.Evidence[i]))];
        float[] scales = [.. Enumerable.Range(0, inputs).Select(i => 1 / (1e-4f + (float)Math.Sqrt(examples.Average(e => Math.Pow(e.Evidence[i] - means[i], 2)))))];
        Random random = new(seed);
        float[] weights = new float[(hidden * (inputs + 1)) + hidden + 1];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(((2 * random.NextDouble()) - 1) / Math.Sqrt(i < hidden * (inputs + 1) ? inputs : hidden));
        }

        DetectorNetwork network = new(inputs, hidden) { Means = means, Scales = scales, Weights = weights };
        network.Descend(examples, epochs, decay, (float)noise, random);
        return network;
    }

    public double Logit(float[] evidence) => Forward(Standardize(evidence), new float[_hidden]);

    private float[] Standardize(float[] evidence)
    {
        float[] x = new float[_inputs];
        for (int i = 0; i < _inputs; i++)
        {
            x[i] = Math.Clamp((evidence[i] - Means[i]) * Scales[i], -Limit, Limit);
        }

        return x;
    }

    private float Forward(float[] x, float[] hidden)
    {
        int output = _hidden * (_inputs + 1);
        float logit = Weights[^1];
        for (int h = 0; h < _hidden; h++)
        {
            int start = h * (_inputs + 1);
            hidden[h] = MathF.Tanh(Weights[start + _inputs] + Correlation.Dot(Weights.AsSpan(start, _inputs), x));
            logit += Weights[output + h] * hidden[h];
        }

        return logit;
    }

    private void Descend(IReadOnlyList<(float[] Evidence, bool IsSpeech, double Weight)> examples, int epochs, double decay, float noise, Random random)
    {
        float[] first = new float[Weights.Length], second = new float[Weights.Length], gradient = new float[Weights.Length], hidden = new float[_hidden];
        float[][] inputs = [.. examples.Select(e => Standardize(e.Evidence))];
        float[] x = new float[_inputs];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int step = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            double rate = Rate * 0.5 * (1 + Math.Cos(Math.PI * epoch / epochs));
            foreach (int[] batch in order.Chunk(Batch))
            {
                Array.Clear(gradient);
                foreach (int index in batch)
                {
                    for (int i = 0; i < x.Length; i++)
                    {
                        // Uniform noise of the given deviation.
                        x[i] = inputs[index][i] + (noise * 3.4641f * (random.NextSingle() - 0.5f));
                    }

                    float target = examples[index].IsSpeech ? 0.98f : 0.02f;
                    float error = ((1 / (1 + MathF.Exp(-Forward(x, hidden)))) - target) * (float)examples[index].Weight / batch.Length;
                    Back(x, hidden, error, gradient);
                }

                Update(gradient, first, second, ++step, rate, decay);
            }
        }
    }

    private void Back(float[] x, float[] hidden, float error, float[] gradient)
    {
        int output = _hidden * (_inputs + 1);
        gradient[^1] += error;
        for (int h = 0; h < _hidden; h++)
        {
            gradient[output + h] += error * hidden[h];
            float back = error * Weights[output + h] * (1 - (hidden[h] * hidden[h]));
            int start = h * (_inputs + 1);
            gradient[start + _inputs] += back;
            AddScaled(gradient.AsSpan(start, _inputs), x, back);
        }
    }

    private void Update(float[] gradient, float[] first, float[] second, int step, double rate, double decay)
    {
        double a = 1 - Math.Pow(0.9, step), b = 1 - Math.Pow(0.999, step);
        for (int i = 0; i < Weights.Length; i++)
        {
            first[i] = (0.9f * first[i]) + (0.1f * gradient[i]);
            second[i] = (0.999f * second[i]) + (0.001f * gradient[i] * gradient[i]);
            Weights[i] -= (float)(rate * ((first[i] / a / (Math.Sqrt(second[i] / b) + 1e-8)) + (decay * Weights[i])));
        }
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> x, float factor)
    {
        Span<Vector<float>> wideSum = MemoryMarshal.Cast<float, Vector<float>>(sum);
        ReadOnlySpan<Vector<float>> wideX = MemoryMarshal.Cast<float, Vector<float>>(x);
        for (int i = 0; i < wideSum.Length; i++)
        {
            wideSum[i] += wideX[i] * factor;
        }

        for (int i = wideSum.Length * Vector<float>.Count; i < sum.Length; i++)
        {
            sum[i] += x[i] * factor;
        }
    }
}
