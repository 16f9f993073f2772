using BenchmarkDotNet.Attributes;
using EmoHRNet.Audio;

namespace EmoHRNet.Benchmarks;

/// <summary>32 clips of 3 s, one by one and as a batch; times are per clip.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*BatchBenchmarks*'</c></remarks>
[MemoryDiagnoser]
public class BatchBenchmarks : IDisposable
{
    private const int Clips = 32;

    private string _path = "";
    private EmotionClassifier _classifier = null!;
    private Waveform[] _batch = [];

    [GlobalSetup]
    public void Setup()
    {
        _path = BenchmarkModel.Save();
        _classifier = new EmotionClassifier(_path, new EmotionClassifierOptions { Device = "cpu" });
        _batch = [.. Enumerable.Range(0, Clips).Select(_ => new Waveform(16_000, BenchmarkModel.Speech(16_000, 3)))];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _classifier.Dispose();
        File.Delete(_path);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "one by one", OperationsPerInvoke = Clips)]
    public void OneByOne()
    {
        foreach (Waveform clip in _batch)
        {
            _classifier.Predict(clip);
        }
    }

    [Benchmark(Description = "as a batch", OperationsPerInvoke = Clips)]
    public IReadOnlyList<EmotionPrediction> Batch() => _classifier.PredictBatch(_batch);
}
