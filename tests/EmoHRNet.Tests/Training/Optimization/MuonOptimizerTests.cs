using EmoHRNet.Training;
using EmoHRNet.Training.Optimization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Training.Optimization;

public class MuonOptimizerTests
{
    private static readonly TrainingOptions Options = new() { Optimizer = OptimizerKind.Muon, Beta1 = 0.9, WeightDecay = 0.05 };

    // In matrix form: M ← μ·M + G; W ← (1 − rate·decay)·W − rate · 0.2 · sqrt(max(rows, columns)) · orthogonal(G + μ·M).
    [Fact]
    public void Step_SeveralStepsOnAKernel_FollowsThePublishedFormulas()
    {
        using Parameter kernel = Kernel(4, 3);
        Tensor weights = kernel.detach().flatten(1).clone();
        Tensor momentum = zeros_like(weights);
        using WeightOptimizer optimizer = WeightOptimizers.Create([("kernel", kernel)], Options);
        for (int step = 0; step < 5; step++)
        {
            double rate = 0.02 / (1 + step);
            Tensor gradient = randn([4, 27], generator: new Generator((ulong)step));
            momentum = momentum.mul(tensor(0.9f)).add(gradient, alpha: 1);
            Tensor update = Orthogonalization.Approximate(gradient.add(momentum.mul(tensor(0.9f)), alpha: 1), ScalarType.Float32);
            weights = weights.mul(tensor((float)(1 - (rate * 0.05)))).sub(update.mul(tensor((float)(rate * 0.2 * Math.Sqrt(27)))));
            kernel.grad = gradient.reshape(4, 3, 3, 3);

            optimizer.Step(step, rate);
        }

        Assert.All(Flat(weights).Zip(Flat(kernel.flatten(1))), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void Step_KernelWithOneStrongDirection_LearnsAWeakOneAtTheSamePace()
    {
        using Parameter kernel = new(zeros(2, 2, 1, 1));
        using WeightOptimizer optimizer = WeightOptimizers.Create([("kernel", kernel)], Options);
        kernel.grad = tensor([1f, 0, 0, 0.05f], [2, 2, 1, 1]);

        optimizer.Step(0, 0.1);

        float[] moved = Flat(kernel);
        Assert.InRange(moved[3] / moved[0], 0.6, 1.7);
        Assert.InRange(moved[0], -0.1 * 0.2 * Math.Sqrt(2) * 1.25, -0.1 * 0.2 * Math.Sqrt(2) * 0.65);
    }

    [Fact]
    public void Step_WhatIsNoKernel_MovesAsWithAdamW()
    {
        (string, Parameter)[] muon = [("bias", new Parameter(ones(3))), ("head", new Parameter(ones(2, 3))), ("entrance", new Parameter(ones(2, 1, 3, 3)))];
        (string, Parameter)[] adam = [.. muon.Select(p => (p.Item1, new Parameter(p.Item2.detach().clone())))];
        using WeightOptimizer first = WeightOptimizers.Create(muon, Options);
        using WeightOptimizer second = WeightOptimizers.Create(adam, Options with { Optimizer = OptimizerKind.AdamW });
        for (int step = 0; step < 4; step++)
        {
            foreach ((string, Parameter) parameter in muon.Concat(adam))
            {
                parameter.Item2.grad = randn(parameter.Item2.shape, generator: new Generator((ulong)(step + parameter.Item2.dim())));
            }

            first.Step(step, 0.01);
            second.Step(step, 0.01);
        }

        Assert.All(muon.Zip(adam), pair => Assert.Equal(Flat(pair.Second.Item2), Flat(pair.First.Item2)));
        Assert.All(muon, parameter => Assert.DoesNotContain(1f, Flat(parameter.Item2)));
    }

    [Fact]
    public void State_KernelAndBias_HoldsBoth()
    {
        using WeightOptimizer optimizer = WeightOptimizers.Create([("kernel", Kernel(2, 2)), ("bias", new Parameter(zeros(2)))], Options);

        Assert.Equal(["bias.exp_avg", "bias.exp_avg_sq", "kernel.momentum_buffer"], optimizer.State.Keys.Order());
    }

    private static Parameter Kernel(int outputs, int inputs) => new(randn([outputs, inputs, 3, 3], generator: new Generator(9)));

    private static float[] Flat(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
