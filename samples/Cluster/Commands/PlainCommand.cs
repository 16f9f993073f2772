using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.Samples.Cluster.Manifests;
using EmoHRNet.Samples.Cluster.Output;
using EmoHRNet.Samples.Cluster.Scoring;

namespace EmoHRNet.Samples.Cluster.Commands;

/// <summary>The same work in one process without Orleans, as a baseline for the results and the speed of a cluster.</summary>
internal sealed class PlainCommand
{
    private readonly Argument<string> _manifest = new("MANIFEST") { Description = "As for run." };
    private readonly Option<FileInfo> _output = new("--output") { Description = "A file to write (.jsonl).", Required = true };
    private readonly Option<string> _model = new("--model") { Description = "The model file. [default: the one that ships with EmoHRNet.Models]", HelpName = "FILE" };
    private readonly Option<int> _parallel = new("--parallel") { Description = "Recordings scored in parallel.", DefaultValueFactory = _ => Environment.ProcessorCount };

    public Command Create()
    {
        Command command = new("plain", "Scores an archive in this process without Orleans, to compare with.") { _manifest, _output, _model, _parallel };
        command.SetAction(ScoreAsync);
        return command;
    }

    private async Task<int> ScoreAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string[] files = [.. Manifest.Open(parsed.GetRequiredValue(_manifest)).Files().Distinct()];
        using OnnxEmotionClassifier classifier = new(parsed.GetValue(_model) ?? PretrainedModels.Default, new OnnxEmotionClassifierOptions { Threads = 1 });
        using HttpClient http = new();
        RecordingScorer scorer = new(classifier, http);
        ScoredFile[] results = new ScoredFile[files.Length];
        long start = Stopwatch.GetTimestamp();
        ParallelOptions options = new() { MaxDegreeOfParallelism = parsed.GetValue(_parallel), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, files.Length, options, async (i, _) => results[i] = await scorer.ScoreAsync(i, files[i]));
        FileOutput output = new(new JsonLines());
        await output.WriteAsync(parsed.GetRequiredValue(_output).FullName, "plain", 0, results);
        await output.GatherAsync(parsed.GetRequiredValue(_output).FullName, "plain", 1);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{files.Length} files, {results.Count(r => r.Error is not null)} failed, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s without the start"));
        return 0;
    }
}
