using EmoHRNet.Training;
using EmoHRNet.Training.Optimization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Training.Optimization;

public class WeightOptimizerTests
{
    private const int Steps = 12;

    private static readonly long[][] Shapes = [[5], [3, 4], [2, 3, 3, 3]];

    public static TheoryData<OptimizerKind, double, double> Settings => new()
    {
        { OptimizerKind.Adam, 0.9, 0.01 },
        { OptimizerKind.Adam, 0, 0 },
        { OptimizerKind.AdamW, 0.9, 0.05 },
        { OptimizerKind.AdamW, 0.5, 0 },
        { OptimizerKind.Sgd, 0.9, 0.01 },
        { OptimizerKind.Sgd, 0.9, 0 },
        { OptimizerKind.Sgd, 0, 0.01 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Step_SeveralSteps_FollowsThePublishedFormulas(OptimizerKind kind, double beta1, double decay)
    {
        TrainingOptions options = Options(kind, beta1, decay);
        PublishedFormulas formulas = new(options, Start());

        float[] weights = Run(options, (optimizer, step, rate) => optimizer.Step(step, rate), formulas.Step);

        Assert.All(weights.Zip(formulas.Weights), pair => Assert.Equal(pair.Second, pair.First, 2e-6));
        Assert.All(weights.Zip(Start()), pair => Assert.NotEqual(pair.Second, pair.First));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Step_SeveralSteps_EqualsTorchSharp(OptimizerKind kind, double beta1, double decay)
    {
        TrainingOptions options = Options(kind, beta1, decay);

        float[] ours = Run(options, (optimizer, step, rate) => optimizer.Step(step, rate));
        float[] theirs = RunTorchSharp(options);

        Assert.All(ours.Zip(theirs), pair => Assert.Equal(pair.Second, pair.First, 2e-6));
    }

    [Fact]
    public void Step_ParameterWithoutGradient_StaysAsItIs()
    {
        (string Name, Parameter Value)[] parameters = Parameters();
        using WeightOptimizer optimizer = Create(parameters, Options(OptimizerKind.AdamW, 0.9, 0.1));
        SetGradients(parameters[..2], step: 0);

        optimizer.Step(0, 0.1);

        float[] start = Start();
        Assert.Equal(start[^54..], parameters[2].Value.data<float>().ToArray());
        Assert.NotEqual(start[..5], parameters[0].Value.data<float>().ToArray());
    }

    [Fact]
    public void State_FrozenParameter_HasNone()
    {
        (string Name, Parameter Value)[] parameters = Parameters();
        parameters[1].Value.requires_grad = false;

        using WeightOptimizer optimizer = Create(parameters, Options(OptimizerKind.Adam, 0.9, 0));

        Assert.Equal(["p0.exp_avg", "p0.exp_avg_sq", "p2.exp_avg", "p2.exp_avg_sq"], optimizer.State.Keys.Order());
    }

    private static TrainingOptions Options(OptimizerKind kind, double beta1, double decay) =>
        new() { Optimizer = kind, Beta1 = beta1, Beta2 = 0.99, WeightDecay = decay };

    // A different rate in every step, as with a schedule.
    private static double Rate(int step) => 0.02 / (1 + step);

    private static float[] Run(TrainingOptions options, Action<WeightOptimizer, int, double> take, Action<float[], int, double>? follow = null)
    {
        (string Name, Parameter Value)[] parameters = Parameters();
        using WeightOptimizer optimizer = Create(parameters, options);
        for (int step = 0; step < Steps; step++)
        {
            float[] gradients = SetGradients(parameters, step);
            take(optimizer, step, Rate(step));
            follow?.Invoke(gradients, step, Rate(step));
        }

        return Values(parameters);
    }

    private static float[] RunTorchSharp(TrainingOptions options)
    {
        (string Name, Parameter Value)[] parameters = Parameters();
        IEnumerable<Parameter> values = parameters.Select(p => p.Value);
        using optim.Optimizer optimizer = options.Optimizer switch
        {
            OptimizerKind.Adam => optim.Adam(values, 1, options.Beta1, options.Beta2, weight_decay: options.WeightDecay),
            OptimizerKind.AdamW => optim.AdamW(values, 1, options.Beta1, options.Beta2, weight_decay: options.WeightDecay),
            _ => optim.SGD(values, 1, options.Beta1, weight_decay: options.WeightDecay, nesterov: options.Beta1 > 0),
        };
        for (int step = 0; step < Steps; step++)
        {
            SetGradients(parameters, step);
            optimizer.ParamGroups.Single().LearningRate = Rate(step);
            optimizer.step();
        }

        return Values(parameters);
    }

    internal static WeightOptimizer Create((string Name, Parameter Value)[] parameters, TrainingOptions options) =>
        WeightOptimizers.Create(parameters, options);

    private static (string Name, Parameter Value)[] Parameters()
    {
        Queue<float> start = new(Start());
        return [.. Shapes.Select((shape, i) => ($"p{i}", new Parameter(tensor(Take(start, shape), shape))))];
    }

    private static float[] SetGradients((string Name, Parameter Value)[] parameters, int step)
    {
        float[] all = Numbers(seed: 100 + step);
        Queue<float> rest = new(all);
        foreach ((string _, Parameter parameter) in parameters)
        {
            parameter.grad = tensor(Take(rest, parameter.shape), parameter.shape);
        }

        return all;
    }

    private static float[] Values((string Name, Parameter Value)[] parameters) => [.. parameters.SelectMany(p => p.Value.data<float>().ToArray())];

    private static float[] Start() => Numbers(seed: 1);

    private static float[] Take(Queue<float> numbers, long[] shape) =>
        [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)).Select(_ => numbers.Dequeue())];

    private static float[] Numbers(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 5 + 12 + 54).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}
