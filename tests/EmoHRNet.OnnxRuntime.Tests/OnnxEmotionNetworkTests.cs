using EmoHRNet.Audio.Features;
using EmoHRNet.Network;
using EmoHRNet.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests;

public sealed class OnnxEmotionNetworkTests : IDisposable
{
    private const int Bands = 8;
    private const int Frames = 8;
    private const int Megabyte = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_HundredThousandTimes_KeepsNativeMemoryFlat()
    {
        using OnnxEmotionNetwork network = OnnxEmotionNetwork.Load(SaveTiny(), threads: 1);
        float[] windows = [.. Enumerable.Range(0, 2 * Bands * Frames).Select(i => MathF.Sin(i))];
        float[] logits = new float[2 * TestModel.Labels.Length];
        void Run(int times)
        {
            for (int i = 0; i < times; i++)
            {
                network.Run(windows, 2, Frames, logits);
                network.Run(windows, 1, 2 * Frames, logits.AsSpan(0, TestModel.Labels.Length));
            }
        }

        Run(1_000);
        long before = Measure();
        List<long> growths = [];
        for (int round = 0; round < 10; round++)
        {
            Run(5_000);
            growths.Add(Measure() - before);
        }

        // Arenas of threads, of the compiler and of other tests grow and shrink in steps; a leak in each prediction grows in every round.
        string text = $"bytes more after every 10,000 predictions: {string.Join(", ", growths)}";
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        long median = growths.Zip(growths.Skip(1), (one, next) => next - one).Order().ElementAt(growths.Count / 2 - 1);
        Assert.True(median < (NativeMemory.InUse() is null ? 6 * Megabyte : Megabyte / 4), text);
    }

    [Fact]
    public void Run_ManyThreadsAndSizes_GivesWhatOneThreadGives()
    {
        using OnnxEmotionNetwork network = OnnxEmotionNetwork.Load(SaveTiny());
        int[] sizes = [Frames, 1, 5, Frames, 31];
        float[][] windows = [.. sizes.Select(frames => Enumerable.Range(0, Bands * frames).Select(i => MathF.Cos(i * frames)).ToArray())];
        float[][] expected = [.. windows.Zip(sizes, Run)];
        Parallel.For(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            int size = i % sizes.Length;
            Assert.All(expected[size].Zip(Run(windows[size], sizes[size])), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        });
        float[] Run(float[] values, int frames)
        {
            float[] logits = new float[TestModel.Labels.Length];
            network.Run(values, 1, frames, logits);
            return logits;
        }
    }

    private static long Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return NativeMemory.InUse() ?? Environment.WorkingSet;
    }

    private string SaveTiny() => TestModel.Save(_folder["tiny"], TestModel.Description with
    {
        Network = TestModel.Network with
        {
            Stem = new StemOptions { Width = 4, BandStride = 2, FrameStride = 2 },
            Stages = [new StageOptions { Widths = [4, 4], BlockCount = 1 }],
        },
        Features = new FeatureOptions { Mel = new MelSpectrogramOptions { BandCount = Bands } },
        WindowFrames = Frames,
    });
}
