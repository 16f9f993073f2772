using BenchmarkDotNet.Attributes;
using EmoHRNet.Network;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks;

/// <summary>One forward pass of EmoHRNet-small over 2.3 s clips: the plain module, its layout for CPUs, the inference form.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*Forward*'</c></remarks>
[MemoryDiagnoser]
public class ForwardBenchmarks : IDisposable
{
    private HRNetModule _plain = null!;
    private HRNetModule _channelsLast = null!;
    private FrozenHRNet _inference = null!;
    private Tensor _clips = null!;

    [Params(1, 16)]
    public int Clips { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(2);
        _plain = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1) { UsesChannelsLast = false };
        _channelsLast = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        _plain.eval();
        _channelsLast.eval();
        _inference = _plain.ToInference();
        _clips = randn(Clips, 1, 64, 144);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _clips.Dispose();
        _inference.Dispose();
        _channelsLast.Dispose();
        _plain.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "plain module (eager, NCHW)")]
    public void Plain() => Run(_plain);

    [Benchmark(Description = "module, channels last")]
    public void ChannelsLast() => Run(_channelsLast);

    [Benchmark(Description = "inference form")]
    public void Inference() => Run(_inference);

    private void Run(nn.Module<Tensor, Tensor> network)
    {
        using IDisposable noGradient = no_grad();
        network.call(_clips).Dispose();
    }
}
