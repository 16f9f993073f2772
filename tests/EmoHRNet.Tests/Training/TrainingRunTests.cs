using EmoHRNet.ModelFiles;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using TorchSharp;

namespace EmoHRNet.Tests.Training;

public class TrainingRunTests
{
    private const int Bands = 32;

    private static readonly TrainingRecipe Recipe = TinyRecipe.Create() with { Network = TinyRecipe.Create().Network with { Dropout = 0 } };

    [Fact]
    public void Step_TwoHalvesOfTheGradient_MoveWeightsAsTheWholeDoes()
    {
        TrainingBatch batch = Batch();

        float[] whole = WeightsAfter(Recipe, batch, passes: 1);
        float[] halves = WeightsAfter(Recipe, batch, passes: 2);

        Assert.NotEqual(WeightsAfter(Recipe, batch, passes: 0), whole);
        Assert.All(whole.Zip(halves), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Step_WeightAveraging_FollowsTheClosedForm()
    {
        using TrainingRun run = new(Recipe with { Training = Recipe.Training with { WeightAveragingDecay = 0.9 } }, torch.CPU, Bands);
        float expected = First(run.Average!);
        run.BeginEpoch(1);
        for (int step = 0; step < 4; step++)
        {
            run.Accumulate(Batch());
            run.Step(step, 0.01);
            double decay = Math.Min(0.9, (1.0 + step) / (10.0 + step));
            expected = (float)((decay * expected) + ((1 - decay) * First(run.Network)));
        }

        Assert.Equal(expected, First(run.Average!), 1e-6);
        Assert.NotEqual(First(run.Network), First(run.Average!));
    }

    [Fact]
    public void Step_ClippedGradient_MovesPlainDescentByAtMostRateTimesNorm()
    {
        TrainingRecipe clipped = Recipe with
        {
            Training = Recipe.Training with { Optimizer = OptimizerKind.Sgd, Beta1 = 0, WeightDecay = 0, GradientClipNorm = 0.01 },
        };
        using TrainingRun run = new(clipped, torch.CPU, Bands);
        float[] before = Parameters(run);
        run.BeginEpoch(1);
        run.Accumulate(Batch());
        run.Step(0, 0.5);

        double moved = Math.Sqrt(Parameters(run).Zip(before, (a, b) => Math.Pow(a - b, 2)).Sum());

        Assert.Equal(0.5 * 0.01, moved, 1e-4);
    }

    private static float[] WeightsAfter(TrainingRecipe recipe, TrainingBatch batch, int passes)
    {
        using TrainingRun run = new(recipe, torch.CPU, Bands);
        run.BeginEpoch(1);
        for (int i = 0; i < passes; i++)
        {
            run.Accumulate(batch, passes);
        }

        if (passes > 0)
        {
            run.Step(0, 0.01);
        }

        return Parameters(run);
    }

    private static float[] Parameters(TrainingRun run) =>
        [.. ModuleTensors.Capture(run.Network).Where(t => t.Name.EndsWith("weight") || t.Name.EndsWith("bias")).SelectMany(t => t.ToFloats())];

    private static float First(EmoHRNet.Network.HRNetModule network) => ModuleTensors.Capture(network).First(t => t.Name == "conv1.weight").ToFloats()[0];

    private static TrainingBatch Batch()
    {
        const int Count = 6;
        Random random = new(3);
        float[] inputs = [.. Enumerable.Range(0, Count * Bands * Recipe.WindowFrames).Select(_ => (float)(random.NextDouble() - 0.5))];
        float[] targets = new float[Count * 3];
        for (int i = 0; i < Count; i++)
        {
            targets[(i * 3) + (i % 3)] = 1;
        }

        return new TrainingBatch(inputs, targets, Count);
    }
}
