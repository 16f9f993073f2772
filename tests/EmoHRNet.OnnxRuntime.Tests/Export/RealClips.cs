using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests.Export;

/// <summary>Real speech at the rate of the pretrained model; tests are skipped if it is not on the machine.</summary>
internal static class RealClips
{
    public static string[] Paths()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "the real clips are not on this machine");
        string[] paths = [.. Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(48, paths.Length);
        return paths;
    }

    /// <summary>The samples of a clip as input of the whole form: mono, at 16 kHz.</summary>
    public static float[] Samples(string path) => Waveform.Load(path).ToMono().Resample(16_000).Channel(0).ToArray();
}
