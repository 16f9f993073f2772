using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

/// <summary>Recordings to pass to the tool.</summary>
internal static class Clips
{
    public const int Rate = 16_000;

    /// <summary>A WAV file of a synthetic voice.</summary>
    public static string Voice(string path, double seconds, double pitch = 150)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, WavBytes.FloatingPoint(Rate, SyntheticVoice.Vowel(pitch, seconds)));
        return path;
    }

    /// <summary>Real speech; skips the test if it is not on the machine.</summary>
    public static string RealFolder()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "The reference recordings are not on this machine.");
        return folder;
    }
}
