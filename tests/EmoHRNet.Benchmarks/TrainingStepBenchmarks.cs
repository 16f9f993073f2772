using BenchmarkDotNet.Attributes;
using EmoHRNet.Benchmarks.Peers;
using EmoHRNet.Network;
using EmoHRNet.Runtime;
using EmoHRNet.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks;

/// <summary>A training step of the small preset on 32 clips: the plain loop (the plain network, eager, NCHW, glibc's defaults) against the trainer's own step.</summary>
/// <remarks>
/// The allocator's setting cannot be undone, so the plain loop runs first: keep the order, and run this class in a separate process:
/// <c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*TrainingStepBenchmarks*'</c>
/// </remarks>
public class TrainingStepBenchmarks : IDisposable
{
    private const int Clips = 32;
    private const int Classes = 8;

    private static readonly TrainingRecipe Recipe = TrainingRecipes.Small;

    private readonly Random _random = new(1);
    private PlainEmoHRNet? _plain;
    private optim.Optimizer? _optimizer;
    private TrainingRun? _run;
    private float[] _inputs = null!;
    private float[] _targets = null!;
    private long _step;

    private static long[] Shape => [Clips, 1, Recipe.Features.Mel.BandCount, Recipe.WindowFrames];

    [GlobalSetup(Target = nameof(PlainLoop))]
    public void SetupPlain()
    {
        MakeClips();
        using HRNetModule weights = new(Recipe.Network, seed: 1);
        _plain = new PlainEmoHRNet(weights);
        _plain.train();
        _optimizer = optim.AdamW(_plain.Weights, Recipe.Training.LearningRate);
    }

    [GlobalSetup(Target = nameof(Trainer))]
    public void SetupTrainer()
    {
        TorchRuntime.KeepFreedMemory();
        MakeClips();
        _run = new TrainingRun(Recipe, CPU, Recipe.Features.Mel.BandCount);
        _run.BeginEpoch(1);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _optimizer?.Dispose();
        _plain?.Dispose();
        _run?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "plain loop: eager, NCHW, glibc defaults")]
    public float PlainLoop()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer!.zero_grad();
        Tensor logits = _plain!.call(tensor(_inputs, Shape));
        Tensor loss = nn.functional.cross_entropy(logits, tensor(_targets, [Clips, Classes]));
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    [Benchmark(Description = "trainer: channels last, freed memory kept, with weight averaging")]
    public double Trainer()
    {
        double loss = _run!.Accumulate(new TrainingBatch(_inputs, _targets, Clips));
        _run.Step(_step++, Recipe.Training.LearningRate);
        return loss;
    }

    private void MakeClips()
    {
        _inputs = [.. Enumerable.Range(0, (int)Shape.Aggregate(1L, (a, b) => a * b)).Select(_ => (float)(_random.NextDouble() - 0.5))];
        _targets = new float[Clips * Classes];
        for (int i = 0; i < Clips; i++)
        {
            _targets[(i * Classes) + (i % Classes)] = 1;
        }
    }
}
