using System.Diagnostics;
using System.Globalization;
using EmoHRNet.Audio;
using EmoHRNet.Audio.SpeechDetection;
using EmoHRNet.Evaluation.Robustness;
using EmoHRNet.Inference;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>Fits the speech detector, and measures it.</summary>
/// <remarks>
/// <c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- speech-detector synthesize CORPORA</c> makes the synthesized recordings that
/// <c>-- speech-detector fit CORPORA WEIGHTS.cs</c> needs to write weights;
/// <c>-- speech-detector measure CORPORA [speech:NAME=FOLDER] [sound:NAME=FOLDER] [voice:NAME=FOLDER]</c> measures the built-in detector on speech and other sounds, also from
/// other folders; <c>-- speech-detector cost CLIP</c> measures its time.
/// </remarks>
internal static class DetectorCommand
{
    public const string Command = "speech-detector";

    private const string Provenance = """
        /// Fitted on EMO-DB (Burkhardt et al., 2005, CC BY 4.0), spoken words in the public domain, sounds under CC BY, CC0 and MIT, and
        /// synthesized voices, music and sounds: docs/speech-detection.md.
        """;

    private const int Networks = 5;
    private const int HiddenUnits = 20;
    private const int Epochs = 15;
    private const double Decay = 0.02;
    private const double Noise = 0.3;
    private const int MostClips = 60; // of a corpus
    private const int PieceSeconds = 5;
    private const int MostPieces = 20; // of a recording

    public static void Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["fit", string corpora, string weights]:
                Fit(new DetectorRecordings(corpora), weights);
                break;
            case ["synthesize", string corpora]:
                new SynthesizedRecordings(corpora).Create();
                break;
            case ["measure", string corpora, .. string[] folders]:
                MeasureSpeech(new DetectorRecordings(corpora), Named(folders, "speech:"));
                MeasureSounds(new DetectorRecordings(corpora), Named(folders, "sound:"));
                MeasureVoices(Named(folders, "voice:"));
                break;
            case ["cost", string clip]:
                MeasureCost(DetectorRecordings.Load(clip));
                break;
            default:
                throw new ArgumentException("Expected synthesize CORPORA, fit CORPORA WEIGHTS.cs, measure CORPORA [speech:NAME=FOLDER] [sound:NAME=FOLDER] [voice:NAME=FOLDER], or cost CLIP.");
        }
    }

    private static void Fit(DetectorRecordings recordings, string path)
    {
        (string Group, bool IsSpeech, float[] Evidence)[] examples = [.. new DetectorExamples(recordings).Create().AsParallel().AsOrdered()
            .Select(example => (example.Group, example.IsSpeech, new SpeechEvidence().Measure(example.Rows)))];
        Print(string.Join(", ", examples.CountBy(example => example.Group).Select(group => $"{group.Key} {group.Value}")));
        WeightsWriter.Write(path, FitNetworks(examples), Provenance);

        // Measures each kind of recorded sound with a detector that was fitted without that kind, music also without the random scores.
        foreach (string kind in recordings.Sounds().Select(sound => sound.Kind).Distinct())
        {
            MeasureWithout(recordings, examples, kind, [kind]);
        }

        MeasureWithout(recordings, examples, "music", ["music", "scores"]);
    }

    private static void MeasureWithout(
        DetectorRecordings recordings, IReadOnlyList<(string Group, bool IsSpeech, float[] Evidence)> examples, string kind, string[] groups)
    {
        DetectorNetwork[] without = FitNetworks([.. examples.Where(example => !groups.Contains(example.Group))]);
        float[][] clips = [.. recordings.Sounds().Where(sound => sound.Kind == kind).Select(sound => DetectorRecordings.Load(sound.Path))];
        bool[] rejected = [.. clips.SelectMany(Pieces).AsParallel().Select(piece => Probability(piece, without) < SpeechDetector.DefaultThreshold)];
        Print($"without {string.Join(" and ", groups)}: {100.0 * rejected.Count(each => each) / rejected.Length:0.0}% of {rejected.Length} pieces of {kind} rejected");
    }

    private static float? Probability(float[] piece, DetectorNetwork[] networks)
    {
        SpeechStream stream = new(DetectorRecordings.Rate, evidence => (float)networks.Average(network => network.Logit(evidence)));
        stream.Append(piece);
        stream.Complete();
        return stream.Probability(0, stream.Seconds);
    }

    /// <summary>Weighs each group by the square root of its size, and speech as much as all other sounds together.</summary>
    private static DetectorNetwork[] FitNetworks((string Group, bool IsSpeech, float[] Evidence)[] examples)
    {
        Dictionary<string, int> sizes = examples.CountBy(example => example.Group).ToDictionary();
        double Weight((string Group, bool IsSpeech, float[] Evidence) example) => 1 / Math.Sqrt(sizes[example.Group]);
        double speech = examples.Where(example => example.IsSpeech).Sum(Weight), others = examples.Where(example => !example.IsSpeech).Sum(Weight);
        (float[], bool, double)[] weighted = [.. examples.Select(example =>
            (example.Evidence, example.IsSpeech, Weight(example) * examples.Length / 2 / (example.IsSpeech ? speech : others)))];
        return [.. Enumerable.Range(1, Networks).AsParallel().AsOrdered().Select(seed => DetectorNetwork.Fit(weighted, HiddenUnits, Epochs, Decay, Noise, seed))];
    }

    private static void MeasureSpeech(DetectorRecordings recordings, IReadOnlyList<(string Name, string Folder)> others)
    {
        (string Name, IReadOnlyList<string> Paths)[] corpora =
        [
            .. DetectorRecordings.Corpora.Select(name => (name, recordings.Speech(name, isHeldOut: true))),
            .. others.Select(other => (other.Name, Files(other.Folder))),
        ];
        float[][][] clips = [.. corpora.Select(corpus => Chosen(corpus.Paths).Select(DetectorRecordings.Load).Where(clip => clip.Length >= DetectorRecordings.Rate / 4).ToArray())];
        float[][] sounds = [.. recordings.Sounds().Where(sound => sound.Kind is "clock_tick" or "keyboard" or "music").Select(sound => DetectorRecordings.Load(sound.Path))];
        IReadOnlyList<TestCondition> conditions = DetectorConditions.Create([.. clips[1].Where(clip => clip.Length > 2 * DetectorRecordings.Rate)], sounds);
        Print($"| speech that passes, % | {string.Join(" | ", corpora.Select((corpus, i) => $"{corpus.Name} ({clips[i].Length})"))} | all |");
        Print($"| --- |{string.Concat(corpora.Select(_ => " --- |"))} --- |");
        foreach (TestCondition condition in conditions)
        {
            double[][] passed = [.. clips.Select(corpus => corpus.AsParallel().AsOrdered().Select((clip, i) => Passes(condition.Apply(new Waveform(DetectorRecordings.Rate, clip), new Random(i)))).ToArray())];
            Print($"| {condition.Name} | {string.Join(" | ", passed.Select(Share))} | {Share([.. passed.SelectMany(each => each)])} |");
        }
    }

    private static void MeasureSounds(DetectorRecordings recordings, IReadOnlyList<(string Name, string Folder)> others)
    {
        IEnumerable<(string Path, string Kind)> sounds = [.. recordings.Sounds(), .. others.SelectMany(other => Files(other.Folder).Select(path => (path, other.Name)))];
        Print("| sounds told apart, % | pieces | |\n| --- | --- | --- |");
        foreach (IGrouping<string, (string Path, string Kind)> kind in sounds.GroupBy(sound => sound.Kind))
        {
            double[] passed = [.. kind.AsParallel().AsOrdered().SelectMany(sound => Pieces(DetectorRecordings.Load(sound.Path)).Select(piece => Passes(new Waveform(DetectorRecordings.Rate, piece))))];
            Print($"| {kind.Key} | {passed.Length} | {100 - (100 * passed.Average()):0.0} |");
        }
    }

    /// <summary>The shares of coughs, laughter and the like below the threshold, in the doubtful range, and above it.</summary>
    private static void MeasureVoices(IReadOnlyList<(string Name, string Folder)> others)
    {
        Print("| voices without words, % | clips | no speech | doubtful | speech |\n| --- | --- | --- | --- | --- |");
        foreach ((string name, string folder) in others)
        {
            float[] heard = [.. Files(folder).AsParallel().AsOrdered().Select(path => SpeechDetector.Probability(DetectorRecordings.Load(path), DetectorRecordings.Rate)).OfType<float>()];
            double[] shares = [.. new[] { (0f, (float)SpeechDetector.DefaultThreshold), ((float)SpeechDetector.DefaultThreshold, (float)SpeechVerdict.Sure), ((float)SpeechVerdict.Sure, 2f) }
                .Select(range => 100.0 * heard.Count(each => each >= range.Item1 && each < range.Item2) / heard.Length)];
            Print($"| {name} | {heard.Length} | {shares[0]:0.0} | {shares[1]:0.0} | {shares[2]:0.0} |");
        }
    }

    private static void MeasureCost(float[] clip)
    {
        double seconds = (double)clip.Length / DetectorRecordings.Rate;
        using Process process = Process.GetCurrentProcess();
        for (int round = 0; round < 5; round++)
        {
            const int Runs = 200;
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            for (int i = 0; i < Runs; i++)
            {
                SpeechDetector.Probability(clip, DetectorRecordings.Rate);
            }

            process.Refresh();
            Print($"{(process.TotalProcessorTime - before).TotalMilliseconds / Runs / seconds:0.000} ms of processor time per second of audio");
        }
    }

    private static IEnumerable<float[]> Pieces(float[] whole)
    {
        int length = PieceSeconds * DetectorRecordings.Rate;
        return whole.Length < DetectorRecordings.Rate / 4 ? []
            : whole.Length <= length ? [whole]
            : Enumerable.Range(0, Math.Min(MostPieces, whole.Length / length)).Select(i => whole.AsSpan(i * length, length).ToArray());
    }

    private static double Passes(Waveform clip) => SpeechDetector.Probability(clip.Channel(0), clip.SampleRate) >= SpeechDetector.DefaultThreshold ? 1 : 0;

    private static string Share(double[] passed) => (100 * passed.Average()).ToString("0.0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Chosen(IReadOnlyList<string> paths) =>
        Enumerable.Range(0, Math.Min(MostClips, paths.Count)).Select(i => paths[(int)((long)i * paths.Count / Math.Min(MostClips, paths.Count))]);

    private static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".wav" or ".ogg" or ".opus" or ".flac").Order(StringComparer.Ordinal)];

    private static IReadOnlyList<(string Name, string Folder)> Named(string[] folders, string kind) =>
        [.. folders.Where(folder => folder.StartsWith(kind, StringComparison.Ordinal)).Select(folder => folder[kind.Length..].Split('=', 2)).Select(parts => (parts[0], parts[1]))];

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Print(string text) => Console.WriteLine(text);
}
