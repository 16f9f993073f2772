using EmoHRNet.Network;
using EmoHRNet.Tests.Training.Optimization;
using EmoHRNet.Training;
using EmoHRNet.Training.Optimization;
using EmoHRNet.TrainingProcess;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Runtime;

/// <summary>
/// Objects must not be finalized while native code reads them: results under continuous garbage collection equal those of an
/// undisturbed run, bit for bit. A violation is a crash of the process or a wrong number.
/// </summary>
public class CollectorPressureTests
{
    [Theory]
    [InlineData(OptimizerKind.AdamW, 10_000)]
    [InlineData(OptimizerKind.Sgd, 3000)]
    [InlineData(OptimizerKind.Muon, 3000)]
    public void OptimizerStep_UnderPressure_EqualsTheUndisturbedOne(OptimizerKind kind, int steps)
    {
        float[] expected = OptimizerSteps(kind, steps);

        using CollectorPressure pressure = new();

        Assert.Equal(expected, OptimizerSteps(kind, steps));
    }

    [Fact]
    public void TrainingStep_UnderPressure_EqualsTheUndisturbedOne()
    {
        float[] expected = TrainingSteps(40);

        using CollectorPressure pressure = new();

        Assert.Equal(expected, TrainingSteps(40));
    }

    [Fact]
    public void Inference_UnderPressure_EqualsTheUndisturbedOne()
    {
        float[] expected = Logits();

        using CollectorPressure pressure = new();

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(expected, Logits()));
    }

    private static float[] OptimizerSteps(OptimizerKind kind, int steps)
    {
        TrainingOptions options = new() { Optimizer = kind, WeightDecay = 0.01 };
        using Parameter parameter = new(ones(2, 4, 1, 1));
        using Tensor target = arange(8, float32).reshape(2, 4, 1, 1);
        using WeightOptimizer optimizer = WeightOptimizerTests.Create([("weight", parameter)], options);
        for (int step = 0; step < steps; step++)
        {
            using (no_grad())
            {
                using Tensor gradient = parameter.sub(target);
                parameter.grad = gradient;
            }

            optimizer.Step(step, 0.01);
        }

        return parameter.data<float>().ToArray();
    }

    private static float[] TrainingSteps(int steps)
    {
        TrainingRecipe recipe = TinyRecipe.Create();
        recipe = recipe with
        {
            Network = recipe.Network with { Dropout = 0.2, StochasticDepth = 0.2, SqueezeExcitationReduction = 4 },
            Training = recipe.Training with { WeightAveragingDecay = 0.9, GradientClipNorm = 1 },
        };
        using TrainingRun run = new(recipe, CPU, bandCount: 32);
        run.BeginEpoch(1);
        Random random = new(3);
        float[] inputs = [.. Enumerable.Range(0, 3 * 32 * recipe.WindowFrames).Select(_ => (float)(random.NextDouble() - 0.5))];
        TrainingBatch batch = new(inputs, [1, 0, 0, 0, 1, 0, 0, 0, 1], 3);
        for (int step = 0; step < steps; step++)
        {
            run.Accumulate(batch);
            run.Step(step, 0.01);
        }

        return [.. run.Kept.parameters().SelectMany(p => p.data<float>().ToArray())];
    }

    private static float[] Logits()
    {
        using DisposeScope scope = NewDisposeScope();
        using HRNetModule network = new(TestModel.Network, seed: 5);
        using FusedHRNet fused = network.ToInference();
        using Generator generator = new(9, CPU);
        return fused.call(randn([4, 1, 32, 48], generator: generator)).data<float>().ToArray();
    }
}
