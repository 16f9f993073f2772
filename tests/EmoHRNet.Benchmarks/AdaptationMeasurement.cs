using System.Diagnostics;
using System.Globalization;
using EmoHRNet.Adaptation;
using EmoHRNet.Audio;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime;

namespace EmoHRNet.Benchmarks;

/// <summary>
/// The effect of adaptation on speakers that it was not fitted on: leaves one speaker out, fits on a few clips per emotion of the others, predicts all clips
/// of the one. Without labels: fits on half of a speaker's recordings, predicts the other half. Uses the labels that model and corpus share.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- adapt model.safetensors clips.csv</c>; the table has columns path, emotion, speaker.</remarks>
internal static class AdaptationMeasurement
{
    public const string Command = "adapt";

    private const int SeedCount = 5;
    private static readonly AdaptationOptions Options = new();

    public static void Run(string modelPath, string table)
    {
        StoredModel model = ModelFile.Read(modelPath);
        string[] labels = [.. model.Description.Labels];
        Utterance[] clips = [.. ManifestCorpus.Load(table).Utterances.Where(clip => labels.Contains(clip.Emotion))];
        using PooledFeatures pooled = new(model, each => OnnxEmotionNetwork.Create(each, threads: 1));
        FeatureClip[] features = [.. new ClipReading(pooled, labels, new AudioReadOptions()).Read(clips, default)];
        ClassifierLayer old = ClassifierLayer.Of(model);
        string common = string.Join(", ", features.Select(clip => clip.Label).Distinct().Order().Select(label => labels[label]));
        Console.WriteLine($"{features.Length} clips, {features.Select(clip => clip.Speaker).Distinct().Count()} speakers, {common}; {SeedCount} seeds");
        Console.WriteLine("                            unweighted accuracy %     most frequent answer %   fit, seconds");
        Print("as it is", [.. Seeds().Select(seed => Judge(features, clip => old))]);
        foreach (int count in (int[])[5, 10, 20])
        {
            Print($"{count} clips an emotion", [.. Seeds().Select(seed => LeaveOneOut(old, features, count, seed))]);
        }

        Score[][] halves = [.. Seeds().Select(seed => Halves(old, features, labels.Length, seed))];
        Print("other half, as it is", [.. halves.Select(pair => pair[0])]);
        Print("other half, shifted", [.. halves.Select(pair => pair[1])]);
    }

    private static IEnumerable<int> Seeds() => Enumerable.Range(1, SeedCount);

    private static Score LeaveOneOut(ClassifierLayer old, FeatureClip[] clips, int count, int seed)
    {
        Random random = new(seed);
        Dictionary<string, ClassifierLayer> layers = [];
        long start = Stopwatch.GetTimestamp();
        foreach (string speaker in clips.Select(clip => clip.Speaker).Distinct().Order(StringComparer.Ordinal))
        {
            FeatureClip[] others = [.. clips.Where(clip => clip.Speaker != speaker)];
            random.Shuffle(others);
            layers[speaker] = LayerAdaptation.Of(old, [.. others.GroupBy(clip => clip.Label).SelectMany(label => label.Take(count))], Options, default).Layer;
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / layers.Count;
        return Judge(clips, clip => layers[clip.Speaker]) with { Seconds = seconds };
    }

    private static Score[] Halves(ClassifierLayer old, FeatureClip[] clips, int labelCount, int seed)
    {
        Random random = new(seed);
        Dictionary<string, ClassifierLayer> layers = [];
        List<FeatureClip> judged = [];
        double[] shares = new double[labelCount];
        foreach (int label in clips.Select(clip => clip.Label).Distinct())
        {
            shares[label] = 1.0 / clips.Select(clip => clip.Label).Distinct().Count();
        }

        foreach (IGrouping<string, FeatureClip> speaker in clips.GroupBy(clip => clip.Speaker))
        {
            FeatureClip[] own = [.. speaker];
            random.Shuffle(own);
            layers[speaker.Key] = LayerFit.OnShares(old, own[..(own.Length / 2)], shares, 1);
            judged.AddRange(own[(own.Length / 2)..]);
        }

        return [Judge(judged, clip => old), Judge(judged, clip => layers[clip.Speaker])];
    }

    private static Score Judge(IReadOnlyList<FeatureClip> clips, Func<FeatureClip, ClassifierLayer> layer)
    {
        int[] labels = [.. clips.Select(clip => clip.Label).Distinct().Order()];
        int[] answers = [.. clips.Select(clip =>
        {
            float[][] windows = [.. clip.Windows.Select(window => LogProbabilities.Softmax(layer(clip).Logits(window, labels)))];
            return labels[Enumerable.Range(0, labels.Length).MaxBy(k => windows.Average(window => window[k]))];
        })];
        double accuracy = clips.Zip(answers).GroupBy(pair => pair.First.Label).Average(label => label.Average(pair => pair.First.Label == pair.Second ? 100.0 : 0));
        return new Score(accuracy, answers.CountBy(answer => answer).Max(count => 100.0 * count.Value / answers.Length), null);
    }

    private static void Print(string name, IReadOnlyList<Score> scores) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-28}{scores.Average(s => s.Accuracy):0.0} ({scores.Min(s => s.Accuracy):0.0} to {scores.Max(s => s.Accuracy):0.0})      {scores.Average(s => s.MostFrequent):0.0}    {scores.Average(s => s.Seconds):0.00}"));

    private sealed record Score(double Accuracy, double MostFrequent, double? Seconds);
}
