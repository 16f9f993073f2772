using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Preparation;

/// <summary>Real speech, where the shared folder is at hand; skips the test elsewhere.</summary>
internal static class SpeechClips
{
    public static IEnumerable<Waveform> Load(int count)
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "There is no shared speech on this machine.");
        return Directory.GetFiles(folder, "*.wav").Order(StringComparer.Ordinal).Take(count).Select(path => Waveform.Load(path));
    }
}
