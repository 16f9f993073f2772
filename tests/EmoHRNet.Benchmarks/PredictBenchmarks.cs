using BenchmarkDotNet.Attributes;
using EmoHRNet.Audio;

namespace EmoHRNet.Benchmarks;

/// <summary>A prediction from samples to probabilities: one clip of 3 s, and 32 of them one by one and as a batch.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*PredictBenchmarks*'</c></remarks>
[MemoryDiagnoser]
public class PredictBenchmarks : IDisposable
{
    private const int Clips = 32;

    private string _path = "";
    private EmotionClassifier _classifier = null!;
    private EmotionClassifier _brain = null!;
    private float[] _clip = [];
    private Waveform[] _batch = [];

    [GlobalSetup]
    public void Setup()
    {
        _path = BenchmarkModel.Save();
        _classifier = new EmotionClassifier(_path, new EmotionClassifierOptions { Device = "cpu" });
        _brain = new EmotionClassifier(_path, new EmotionClassifierOptions { Device = "cpu", Precision = InferencePrecision.BFloat16 });
        _clip = BenchmarkModel.Speech(16_000, 3);
        _batch = [.. Enumerable.Range(0, Clips).Select(_ => new Waveform(16_000, _clip))];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _classifier.Dispose();
        _brain.Dispose();
        File.Delete(_path);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "one clip of 3 s")]
    public EmotionPrediction One() => _classifier.Predict(_clip);

    [Benchmark(Description = "one clip of 3 s, bfloat16")]
    public EmotionPrediction OneBrain() => _brain.Predict(_clip);

    [Benchmark(Description = "32 clips one by one", OperationsPerInvoke = Clips)]
    public void OneByOne()
    {
        foreach (Waveform clip in _batch)
        {
            _classifier.Predict(clip);
        }
    }

    [Benchmark(Description = "32 clips as a batch", OperationsPerInvoke = Clips)]
    public IReadOnlyList<EmotionPrediction> Batch() => _classifier.PredictBatch(_batch);

    [Benchmark(Description = "a new process to its first prediction")]
    public void FirstOfAProcess() => FirstPrediction.RunInNewProcess(_path);

    [Benchmark(Description = "loading a model")]
    public void Load() => new EmotionClassifier(_path).Dispose();
}
