using BenchmarkDotNet.Attributes;

namespace EmoHRNet.Benchmarks;

/// <summary>From a model file to a classifier that is ready, in a process that has done it before.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*LoadBenchmarks*'</c></remarks>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private string _path = "";

    [GlobalSetup]
    public void Setup() => _path = BenchmarkModel.Save();

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    [Benchmark(Description = "loading a model")]
    public void Load() => new EmotionClassifier(_path, new EmotionClassifierOptions { Device = "cpu" }).Dispose();
}
