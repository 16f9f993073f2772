using System.Globalization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Benchmarks.Peers;

/// <summary>The .NET side of python/compare.py: one line per task with its name, the median CPU time in milliseconds and the result's root mean square.</summary>
internal static class PythonPeer
{
    public const string Command = "python-peer";

    private const int Runs = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static TimeSpan CpuTime => Environment.CpuUsage.TotalTime;

    public static void Run()
    {
        MelSpectrogramExtractor mel = new(new MelSpectrogramOptions
        {
            FftSize = 512,
            WindowLength = 400,
            HopLength = 160,
            Normalization = FeatureNormalization.None,
        });
        Resampler fast = new(48_000, 16_000, ResamplingQuality.Fast);
        Resampler standard = new(48_000, 16_000);
        float[] clip = Noise(4 * 16_000);
        float[] minute = Noise(60 * 48_000);
        Measure("log-mel", () => mel.Extract(clip).Values.ToArray());
        Measure("resampling-fast", () => fast.Resample(minute));
        Measure("resampling-standard", () => standard.Resample(minute));
    }

    /// <summary>Noise that is the same in every language: squares modulo a prime.</summary>
    private static float[] Noise(int count) => [.. Enumerable.Range(0, count).Select(i => (float)(((long)i * i % 8191 / 8191.0) - 0.5))];

    private static void Measure(string task, Func<float[]> work)
    {
        double[] milliseconds = new double[Runs];
        float[] result = [];
        for (TimeSpan end = CpuTime + WarmUp; CpuTime < end;)
        {
            result = work();
        }

        for (int run = 0; run < Runs; run++)
        {
            TimeSpan start = CpuTime;
            result = work();
            milliseconds[run] = (CpuTime - start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        double rootMeanSquare = Math.Sqrt(result.Average(value => (double)value * value));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{task} {milliseconds[Runs / 2]:F4} {rootMeanSquare:F6}"));
    }
}
