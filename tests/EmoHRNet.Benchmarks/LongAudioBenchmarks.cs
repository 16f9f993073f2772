using BenchmarkDotNet.Attributes;
using EmoHRNet.Audio;
using EmoHRNet.OnnxRuntime;

namespace EmoHRNet.Benchmarks;

/// <summary>A recording of an hour from file to timeline; 3600 s divided by the result is the factor over real time.</summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*LongAudio*'</c></remarks>
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(3)]
public class LongAudioBenchmarks : IDisposable
{
    private const double Seconds = 3600;

    private string _model = "";
    private string _recording = "";
    private EmotionClassifier _torch = null!;
    private OnnxEmotionClassifier _onnx = null!;

    [Params(16_000, 44_100)]
    public int SampleRate { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _model = BenchmarkModel.Save();
        // The signal is a tone to the detector of speech, which would keep it from the network.
        _torch = new EmotionClassifier(_model, new EmotionClassifierOptions { Device = "cpu", SpeechThreshold = 0 });
        _onnx = new OnnxEmotionClassifier(_model, new OnnxEmotionClassifierOptions { SpeechThreshold = 0 });
        _recording = Path.ChangeExtension(_model, ".wav");
        new Waveform(SampleRate, BenchmarkModel.Speech(SampleRate, Seconds)).Save(_recording);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _torch.Dispose();
        _onnx.Dispose();
        File.Delete(_model);
        File.Delete(_recording);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "an hour to a timeline, TorchSharp")]
    public EmotionTimeline Torch() => _torch.AnalyzeFile(_recording);

    [Benchmark(Description = "the same, ONNX Runtime")]
    public EmotionTimeline Onnx() => _onnx.AnalyzeFile(_recording);
}
