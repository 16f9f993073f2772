using BenchmarkDotNet.Attributes;

namespace EmoHRNet.Benchmarks;

/// <summary>The run time of a process that predicts one clip, against a process that does nothing.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*FirstPrediction*'</c></remarks>
[InvocationCount(1)]
[WarmupCount(1)]
[IterationCount(10)]
public class FirstPredictionBenchmarks
{
    private readonly string[] _nothing = [FirstPrediction.IdleCommand];
    private string _model = "";

    [GlobalSetup]
    public void Setup() => _model = BenchmarkModel.Save();

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_model);

    [Benchmark(Baseline = true, Description = "a process that does nothing")]
    public void Idle() => FirstPrediction.Start(_nothing);

    [Benchmark(Description = "a process that loads the model and predicts a clip of 3 s, TorchSharp")]
    public void First() => FirstPrediction.Start(FirstPrediction.Command, _model);

    [Benchmark(Description = "the same, ONNX Runtime")]
    public void FirstOnnx() => FirstPrediction.Start(FirstPrediction.OnnxCommand, _model);
}
