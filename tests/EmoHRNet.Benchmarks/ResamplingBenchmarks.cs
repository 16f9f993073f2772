using BenchmarkDotNet.Attributes;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Benchmarks.Peers;

namespace EmoHRNet.Benchmarks;

/// <summary>One minute of mono audio from 48 to 16 kHz, from a WAV file to samples, as the peers do it.</summary>
/// <remarks>The peers are processes on one thread; their time includes the start, as for their users.</remarks>
[MemoryDiagnoser]
public class ResamplingBenchmarks
{
    private const int SampleCount = 60 * 48_000;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"emohrnet-resampling-{Guid.NewGuid():N}.wav");
    private readonly Resampler _fast = new(48_000, 16_000, ResamplingQuality.Fast);
    private readonly Resampler _standard = new(48_000, 16_000);
    private readonly Resampler _best = new(48_000, 16_000, ResamplingQuality.Best);
    private float[] _samples = [];

    [GlobalSetup]
    public void WriteMinute()
    {
        Random random = new(1);
        _samples = [.. Enumerable.Range(0, SampleCount).Select(_ => random.NextSingle() - 0.5f)];
        new Waveform(48_000, _samples).Save(_path);
    }

    [GlobalCleanup]
    public void DeleteMinute() => File.Delete(_path);

    [Benchmark(Description = "file, standard")]
    public float[] FileStandard() => _standard.Resample(Waveform.Load(_path).Channel(0));

    [Benchmark(Description = "samples, fast")]
    public float[] SamplesFast() => _fast.Resample(_samples);

    [Benchmark(Description = "samples, standard")]
    public float[] SamplesStandard() => _standard.Resample(_samples);

    [Benchmark(Description = "samples, best")]
    public float[] SamplesBest() => _best.Resample(_samples);

    [Benchmark(Baseline = true, Description = "ffmpeg, file")]
    public long Ffmpeg() => ResamplingProcess.Run(
        "ffmpeg", ["-v", "error", "-nostdin", "-threads", "1", "-i", _path, "-ar", "16000", "-f", "f32le", "pipe:1"]);

    [Benchmark(Description = "sox, file")]
    public long Sox() => ResamplingProcess.Run("sox", [_path, "-t", "f32", "-r", "16000", "-"]);
}
