using BenchmarkDotNet.Attributes;
using EmoHRNet.Benchmarks.Peers;
using EmoHRNet.Network;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks;

/// <summary>
/// One forward pass of EmoHRNet-small over 2.3 s clips: the plain network, the module in the same layout, the module in its layout for
/// CPUs, the inference form.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*Forward*'</c></remarks>
[MemoryDiagnoser]
public class ForwardBenchmarks : IDisposable
{
    private PlainEmoHRNet _plain = null!;
    private HRNetModule _module = null!;
    private HRNetModule _channelsLast = null!;
    private FusedHRNet _inference = null!;
    private Tensor _clips = null!;

    [Params(1, 16)]
    public int Clips { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(2);
        _module = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1) { UsesChannelsLast = false };
        _plain = new PlainEmoHRNet(_module);
        _channelsLast = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        _plain.eval();
        _module.eval();
        _channelsLast.eval();
        _inference = _module.ToInference();
        _clips = randn(Clips, 1, 64, 144);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _clips.Dispose();
        _inference.Dispose();
        _channelsLast.Dispose();
        _module.Dispose();
        _plain.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "plain: eager, NCHW, branches concatenated")]
    public void Plain() => Run(_plain);

    [Benchmark(Description = "module, NCHW")]
    public void Module() => Run(_module);

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
