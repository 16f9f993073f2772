using BenchmarkDotNet.Attributes;
using EmoHRNet.Audio;

namespace EmoHRNet.Benchmarks;

/// <summary>A recording of an hour from file to timeline. Times real time is 3600 s divided by the time.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*LongAudio*'</c></remarks>
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(3)]
public class LongAudioBenchmarks : IDisposable
{
    private const double Seconds = 3600;

    private string _model = "";
    private string _recording = "";
    private EmotionClassifier _classifier = null!;

    [Params(16_000, 44_100)]
    public int SampleRate { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _model = BenchmarkModel.Save();
        _classifier = new EmotionClassifier(_model, new EmotionClassifierOptions { Device = "cpu" });
        _recording = Path.ChangeExtension(_model, ".wav");
        new Waveform(SampleRate, BenchmarkModel.Speech(SampleRate, Seconds)).Save(_recording);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _classifier.Dispose();
        File.Delete(_model);
        File.Delete(_recording);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Description = "an hour to a timeline")]
    public EmotionTimeline Analyze() => _classifier.AnalyzeFile(_recording);
}
