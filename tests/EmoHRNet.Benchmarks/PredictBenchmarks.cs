using BenchmarkDotNet.Attributes;

namespace EmoHRNet.Benchmarks;

/// <summary>A prediction from samples to probabilities, one clip of 3 s.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*PredictBenchmarks*'</c></remarks>
[MemoryDiagnoser]
public class PredictBenchmarks : IDisposable
{
    private string _path = "";
    private EmotionClassifier _classifier = null!;
    private EmotionClassifier _bfloat16 = null!;
    private float[] _clip = [];

    [GlobalSetup]
    public void Setup()
    {
        _path = BenchmarkModel.Save();
        _classifier = new EmotionClassifier(_path, new EmotionClassifierOptions { Device = "cpu" });
        _bfloat16 = new EmotionClassifier(_path, new EmotionClassifierOptions { Device = "cpu", Precision = InferencePrecision.BFloat16 });
        _clip = BenchmarkModel.Speech(16_000, 3);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _classifier.Dispose();
        _bfloat16.Dispose();
        File.Delete(_path);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "one clip of 3 s")]
    public EmotionPrediction One() => _classifier.Predict(_clip);

    [Benchmark(Description = "one clip of 3 s, bfloat16")]
    public EmotionPrediction OneBFloat16() => _bfloat16.Predict(_clip);
}
