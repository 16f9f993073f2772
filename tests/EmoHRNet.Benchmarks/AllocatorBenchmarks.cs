using BenchmarkDotNet.Attributes;
using EmoHRNet.Network;
using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks;

/// <summary>A training step and a batch with glibc's defaults and with <see cref="TorchRuntime.KeepFreedMemory"/>.</summary>
/// <remarks>
/// The setting cannot be undone, so the cases without it run first: keep the order, and run this class in a separate process:
/// <c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*AllocatorBenchmarks*'</c>
/// </remarks>
public class AllocatorBenchmarks : IDisposable
{
    private HRNetModule _network = null!;
    private FusedHRNet _inference = null!;
    private optim.Optimizer _optimizer = null!;
    private Tensor _clips = null!;
    private Tensor _labels = null!;

    [Params(false, true)]
    public bool KeepsFreedMemory { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        if (KeepsFreedMemory)
        {
            TorchRuntime.KeepFreedMemory();
        }

        set_num_threads(2);
        _network = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        _inference = _network.ToInference();
        _optimizer = optim.AdamW(_network.parameters(), lr: 1e-3);
        _clips = randn(32, 1, 64, 144);
        _labels = randint(0, 8, new long[] { 32 });
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _labels.Dispose();
        _clips.Dispose();
        _optimizer.Dispose();
        _inference.Dispose();
        _network.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Description = "training step, 32 clips")]
    public void TrainingStep()
    {
        _optimizer.zero_grad();
        using Tensor logits = _network.call(_clips);
        using Tensor loss = nn.functional.cross_entropy(logits, _labels);
        loss.backward();
        _optimizer.step();
    }

    [Benchmark(Description = "inference, 32 clips")]
    public void Batch() => _inference.call(_clips).Dispose();
}
