using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>The recordings that the detector is fitted and measured on, below the folder of the decoded corpora.</summary>
/// <param name="folder">It has the folders emodb, nemo, indian and sounds with a clips.csv each, and ravdess; for fitting also words, voices and scores.</param>
internal sealed class DetectorRecordings(string folder)
{
    public const int Rate = 16_000;

    private const int HeldOutEach = 3; // the first of every three speakers, in the order of their names

    private static readonly string[] WordFolders = ["amelia", "android", "athena", "computer", "heycomputer", "not-wake-words/en", "not-wake-words/es"];

    /// <summary>The speech corpora; the detector is fitted on the first one.</summary>
    public static IReadOnlyList<string> Corpora { get; } = ["emodb", "ravdess", "nemo", "indian"];

    /// <summary>The clips of the speakers held out from fitting, or of the others.</summary>
    public IReadOnlyList<string> Speech(string corpus, bool isHeldOut)
    {
        (string Path, string Speaker)[] clips = [.. corpus == "ravdess" ? Ravdess() : Table(corpus).Select(row => (row[0], row[2]))];
        if (corpus != Corpora[0])
        {
            return isHeldOut ? [.. clips.Select(clip => clip.Path)] : [];
        }

        List<string> speakers = [.. clips.Select(clip => clip.Speaker).Distinct().Order(StringComparer.Ordinal)];
        return [.. clips.Where(clip => speakers.IndexOf(clip.Speaker) % HeldOutEach == 0 == isHeldOut).Select(clip => clip.Path)];
    }

    /// <summary>Single words that volunteers recorded, in the public domain.</summary>
    public IReadOnlyList<string> Words() => [.. WordFolders.SelectMany(name => Waves(Path.Combine("words", name)))];

    /// <summary>Words and sentences of speech synthesizers.</summary>
    public IReadOnlyList<string> Voices() => Waves("voices");

    /// <summary>Random scores that a synthesizer played.</summary>
    public IReadOnlyList<string> Scores() => Waves("scores");

    /// <summary>The recorded sounds other than speech, with their kinds.</summary>
    public IReadOnlyList<(string Path, string Kind)> Sounds() => [.. Table("sounds").Select(row => (row[0], row[1]))];

    /// <summary>Mono samples at 16 kHz; empty for a file that cannot be read.</summary>
    public static float[] Load(string path)
    {
        try
        {
            return new AudioPreparation(new PreparationOptions { SampleRate = Rate }).Prepare(Waveform.Load(path));
        }
        catch (AudioFormatException)
        {
            return [];
        }
    }

    private IEnumerable<(string Path, string Speaker)> Ravdess() => Waves("ravdess").Select(path => (path, Path.GetFileNameWithoutExtension(path)[^2..]));

    private string[] Waves(string name) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, name), "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private IEnumerable<string[]> Table(string name)
    {
        string place = Path.Combine(folder, name);
        foreach (string line in File.ReadLines(Path.Combine(place, "clips.csv")).Skip(1))
        {
            string[] row = line.Split(',');
            row[0] = Path.Combine(place, row[0]);
            yield return row;
        }
    }
}
