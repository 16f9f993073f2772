using BenchmarkDotNet.Attributes;
using EmoHRNet.Audio.Features;
using EmoHRNet.Benchmarks.Peers;

namespace EmoHRNet.Benchmarks;

/// <summary>Log-mel of a 4 s, 16 kHz clip (512/400/160, 64 bands) on one thread, against torch.stft and MathNet's FFT.</summary>
[MemoryDiagnoser]
public class LogMelBenchmarks
{
    private static readonly MelSpectrogramOptions Options = new()
    {
        FftSize = 512,
        WindowLength = 400,
        HopLength = 160,
        Normalization = FeatureNormalization.None,
    };

    private readonly MelSpectrogramExtractor _extractor = new(Options);
    private readonly TorchLogMel _torch = new(Options);
    private readonly MathNetLogMel _mathNet = new(Options);
    private readonly float[] _samples = Noise(4 * Options.SampleRate);

    /// <summary>Checks that the compared pipelines compute the same.</summary>
    [GlobalSetup]
    public void Check()
    {
        ReadOnlySpan<float> expected = _extractor.Extract(_samples).Values;
        foreach (float[] peer in new[] { _torch.Extract(_samples), _mathNet.Extract(_samples) })
        {
            for (int i = 0; i < expected.Length; i++)
            {
                if (!(Math.Abs(expected[i] - peer[i]) < 1e-3f))
                {
                    throw new InvalidOperationException($"Value {i}: {expected[i]} here, {peer[i]} there.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public Spectrogram EmoHRNet() => _extractor.Extract(_samples);

    [Benchmark]
    public float[] TorchStft() => _torch.Extract(_samples);

    [Benchmark]
    public float[] MathNetFft() => _mathNet.Extract(_samples);

    private static float[] Noise(int count)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) / 2)];
    }
}
