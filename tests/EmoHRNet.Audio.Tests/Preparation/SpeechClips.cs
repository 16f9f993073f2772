using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Preparation;

/// <summary>Real speech from the shared folder; skips the test where there is none.</summary>
internal static class SpeechClips
{
    public static IEnumerable<Waveform> Load(int count)
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "There is no shared speech on this machine.");
        return Directory.GetFiles(folder, "*.wav").Order(StringComparer.Ordinal).Take(count).Select(path => Waveform.Load(path));
    }
}
