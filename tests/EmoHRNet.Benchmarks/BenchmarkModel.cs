using EmoHRNet.Audio.Preparation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;

namespace EmoHRNet.Benchmarks;

/// <summary>The shipped network's size with untrained weights, and speech-like sound: time depends on neither.</summary>
internal static class BenchmarkModel
{
    public static string Save()
    {
        string path = Path.Combine(Path.GetTempPath(), $"emohrnet-benchmark-{Environment.ProcessId}.safetensors");
        HRNetOptions network = HRNetPresets.EmoHRNetSmall(8);
        using HRNetModule module = new(network, seed: 1);
        ModelFile.Save(path, module, new ModelDescription
        {
            Labels = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"],
            Network = network,
            Preparation = new PreparationOptions { Trim = new SilenceTrimOptions() },
            WindowFrames = 144,
        });
        return path;
    }

    /// <summary>Voiced bursts at a syllable's rate, whose pitch moves.</summary>
    public static float[] Speech(int sampleRate, double seconds) => [.. Enumerable.Range(0, (int)(sampleRate * seconds)).Select(i =>
    {
        double t = (double)i / sampleRate;
        return (float)(0.3 * Math.Max(0.02, Math.Sin(18 * t)) * Math.Sin((900 * t) + (30 * Math.Sin(1.8 * t))));
    })];
}
