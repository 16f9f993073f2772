using System.Diagnostics;
using System.Globalization;
using EmoHRNet.Network;
using EmoHRNet.TestSupport;
using TorchSharp;

namespace EmoHRNet.Tests;

/// <summary>Predictions and classifiers must not leak native memory. Not parallel, because tensors are counted per process.</summary>
public abstract class EmotionClassifierResourceTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private const long Megabyte = 1 << 20;

    /// <summary>Slightly more than one model; where only the memory of the process is known, more than the heap keeps in reserve.</summary>
    private static readonly long Most = (NativeMemory.InUse() is null ? 128 : 16) * Megabyte;

    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    /// <summary>Twelve megabytes of weights, so that a few leaked models are visible in the memory of the process.</summary>
    protected EmotionClassifierResourceTests()
    {
        HRNetOptions wide = TestModel.Network with { Stages = [new StageOptions { Widths = [128, 256], BlockCount = 1 }] };
        _model = TestModel.Save(_folder["m"], TestModel.Description with { Network = wide });
    }

    /// <summary>EMOHRNET_SOAK multiplies the rounds: 1,000 makes them 100,000 predictions and, at most, 1,000 classifiers.</summary>
    private static int Rounds(int usual, int most = int.MaxValue) =>
        Math.Min(most, usual * (int.TryParse(Environment.GetEnvironmentVariable("EMOHRNET_SOAK"), out int factor) ? Math.Max(1, factor) : 1));

    public void Dispose() => _folder.Dispose();

    /// <summary>Has few weights: a prediction could only leak maps or wrappers, and 100,000 predictions take just minutes.</summary>
    [Fact]
    public void Predict_ManyTimes_KeepsNativeMemoryFlat()
    {
        using EmotionNetworkClassifier classifier = TEngine.Create(TestModel.Save(_folder["few"]));
        float[] clip = [.. Enumerable.Range(0, 20_000).Select(i => MathF.Sin(i * 0.07f) / 4)];
        long tensors = 0;
        AssertFlat(Rounds(100), () =>
        {
            classifier.Predict(clip);
            tensors = torch.Tensor.TotalCount;
        });
        classifier.Predict(clip);
        Assert.Equal(tensors, torch.Tensor.TotalCount);
    }

    [Fact]
    public void LoadAndDispose_ManyTimes_KeepsNativeMemoryFlat() => AssertFlat(Rounds(20, most: 1_000), () =>
    {
        using EmotionNetworkClassifier classifier = TEngine.Create(_model);
        classifier.Predict([0.1f, 0.2f]);
    });

    [Fact]
    public void Load_Refused_LeavesNothingBehind()
    {
        byte[] bytes = File.ReadAllBytes(_model);
        File.WriteAllBytes(_folder["cut"], bytes[..^4]);
        AssertFlat(Rounds(20, most: 1_000), () =>
        {
            Assert.Throws<ModelFormatException>(() => TEngine.Create(_folder["cut"]));
            Assert.ThrowsAny<ArgumentException>(() => TEngine.Create(_model, new ClassifierOptions { Labels = ["joy"] }));
        });
    }

    private static void AssertFlat(int rounds, Action action)
    {
        for (int i = 0; i < 10; i++)
        {
            action();
        }

        long before = Measure();
        List<long> growths = [];
        long start = Stopwatch.GetTimestamp();
        for (int i = 1; i <= rounds; i++)
        {
            action();
            if (i % Math.Max(1, rounds / 10) == 0)
            {
                growths.Add(Measure() - before);
                TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i} rounds in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {(double)before / Megabyte:0.0} MiB and {(double)growths[^1] / Megabyte:0.0} MiB"));
            }
        }

        // Memory in temporary use rises and falls; a leak raises the minimum.
        long growth = growths.TakeLast(5).Min();
        Assert.True(growth < Most, $"The process holds {growth / Megabyte} MiB more after {rounds} rounds.");
    }

    private static long Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return NativeMemory.InUse() ?? Environment.WorkingSet;
    }
}
