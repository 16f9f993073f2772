using BenchmarkDotNet.Attributes;

namespace EmoHRNet.Benchmarks;

/// <summary>Loading a classifier from a model file, in a warm process.</summary>
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
