using BenchmarkDotNet.Attributes;
using EmoHRNet.Inference;
using EmoHRNet.OnnxRuntime;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks;

/// <summary>The shipped model's network on both engines, in turn: windows in, logits out.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*EngineBenchmarks*'</c></remarks>
[MemoryDiagnoser]
public class EngineBenchmarks : IDisposable
{
    private string _path = "";
    private TorchEmotionNetwork _torch = null!;
    private OnnxEmotionNetwork _onnx = null!;
    private float[] _windows = [];
    private float[] _logits = [];

    [Params(1, 16)]
    public int Windows { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _path = BenchmarkModel.Save();
        set_num_threads(Threads);
        _torch = TorchEmotionNetwork.Load(_path, "cpu");
        _onnx = OnnxEmotionNetwork.Load(_path, threads: Threads);
        Random random = new(1);
        _windows = [.. Enumerable.Range(0, Windows * _onnx.Model.Features.BandCount * _onnx.Model.WindowFrames).Select(_ => random.NextSingle() - 0.5f)];
        _logits = new float[Windows * _onnx.Model.Labels.Count];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _torch.Dispose();
        _onnx.Dispose();
        File.Delete(_path);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "TorchSharp")]
    public void Torch() => _torch.Run(_windows, Windows, _torch.Model.WindowFrames, _logits);

    [Benchmark(Description = "ONNX Runtime")]
    public void Onnx() => _onnx.Run(_windows, Windows, _onnx.Model.WindowFrames, _logits);
}
