using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Training;

namespace EmoHRNet.Benchmarks;

/// <summary>The shipped model's network, features and preparation with untrained weights, and a speech-like signal: the time depends on neither.</summary>
internal static class BenchmarkModel
{
    public static string Save()
    {
        string path = Path.Combine(Path.GetTempPath(), $"emohrnet-benchmark-{Environment.ProcessId}.safetensors");
        TrainingRecipe recipe = TrainingRecipes.Small;
        using HRNetModule module = new(recipe.Network, seed: 1);
        ModelFile.Save(path, module, new ModelDescription
        {
            Labels = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"],
            Network = recipe.Network,
            Preparation = recipe.Preparation,
            Features = recipe.Features,
            WindowFrames = recipe.WindowFrames,
        });
        return path;
    }

    /// <summary>Voiced bursts at a syllable rate with moving pitch.</summary>
    public static float[] Speech(int sampleRate, double seconds) => [.. Enumerable.Range(0, (int)(sampleRate * seconds)).Select(i =>
    {
        double t = (double)i / sampleRate;
        return (float)(0.3 * Math.Max(0.02, Math.Sin(18 * t)) * Math.Sin((900 * t) + (30 * Math.Sin(1.8 * t))));
    })];
}
