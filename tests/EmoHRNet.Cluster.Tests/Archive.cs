using EmoHRNet.Audio;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests;

/// <summary>Short clips, all different, and a few files that are not recordings.</summary>
internal static class Archive
{
    public static readonly string[] Poisoned = ["0005-empty.wav", "0500-text.wav", "1000-noise.mp3"];

    private const double ClipSeconds = 0.4;

    /// <summary>Writes the clips into a folder.</summary>
    public static void Create(string folder, int clips)
    {
        Directory.CreateDirectory(folder);
        float[] speech = SyntheticVoice.Speech(4);
        int length = (int)(ClipSeconds * SyntheticVoice.Rate);
        Parallel.For(0, clips, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            // Every clip starts 25 samples later in the speech, so that all differ.
            ReadOnlySpan<float> clip = speech.AsSpan(25 * i % (speech.Length - length), length);
            File.WriteAllBytes(Path.Combine(folder, $"{i:0000}.wav"), WavBytes.FloatingPoint(SyntheticVoice.Rate, clip));
        });
    }

    /// <summary>Writes the files that are not recordings.</summary>
    public static void Poison(string folder)
    {
        byte[] noise = new byte[5000];
        new Random(1).NextBytes(noise);
        File.WriteAllBytes(Path.Combine(folder, Poisoned[0]), []);
        File.WriteAllText(Path.Combine(folder, Poisoned[1]), "This is not audio.");
        File.WriteAllBytes(Path.Combine(folder, Poisoned[2]), noise);
    }

    /// <summary>The results of a single process: the probabilities of a recording, or nothing for other files.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, float>?> Answers(string folder)
    {
        using OnnxEmotionClassifier classifier = new(PretrainedModels.Default, new OnnxEmotionClassifierOptions { Threads = 1 });
        return Directory.GetFiles(folder).AsParallel().WithDegreeOfParallelism(2).ToDictionary(file => file, file => Answer(classifier, file));
    }

    private static IReadOnlyDictionary<string, float>? Answer(OnnxEmotionClassifier classifier, string file)
    {
        try
        {
            return classifier.PredictFile(file).Probabilities;
        }
        catch (AudioFormatException)
        {
            return null;
        }
    }
}
