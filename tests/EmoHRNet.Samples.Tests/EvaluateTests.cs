using System.Diagnostics;
using EmoHRNet.Core.Tests;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

public sealed class EvaluateTests : IDisposable
{
    private readonly EvaluateSample _sample = new();

    private TemporaryFolder Folder => _sample.Folder;

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Evaluate_FolderPerClass_WritesEveryForm()
    {
        ProcessResult result = _sample.Evaluate("--corpus", "folder", "--data", "data", "--report", "r.json", "--report", "r.md", "--report", "out/r.html");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.Contains("unweighted accuracy", result.StandardOutput, StringComparison.Ordinal);
        EvaluationReport report = _sample.Read("r.json");
        Assert.Equal(8, report.Metrics.Count);
        Assert.Equal("model.safetensors", report.Context.Model);
        Assert.Contains("heard before        unknown", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("--corpus folder", report.Context.Command, StringComparison.Ordinal);
        Assert.True(File.Exists(Folder["r.md"]));
        Assert.True(File.Exists(Folder["out/r.html"]));
    }

    [Fact]
    public void Evaluate_PartOfASplit_EvaluatesItsClips()
    {
        DataSplit split = new StratifiedRandomSplit { TestFraction = 0.5, ValidationFraction = 0 }.Create(FolderCorpus.Load(Folder["data"]));
        split.Save(Folder["split.json"]);

        ProcessResult result = _sample.Evaluate("--corpus", "folder", "--data", "data", "--split", "split.json", "--report", "r.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport report = _sample.Read("r.json");
        Assert.Equal(split.Hash, report.Context.SplitHash);
        Assert.Equal(split.Test.Utterances.Select(clip => clip.Id), report.Predictions.Select(each => each.Id));
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--split", "split.json", "--part", "validation"), "is empty");
    }

    [Fact]
    public void Evaluate_Sample_DrawsEquallyManyClipsOfEachEmotion()
    {
        string[] options = ["--corpus", "folder", "--data", "data"];

        Assert.Equal(0, _sample.Evaluate([.. options, "--sample", "5", "--report", "r.json"]).ExitCode);
        Assert.Equal(0, _sample.Evaluate([.. options, "--sample", "5", "--report", "again.json"]).ExitCode);

        EvaluationReport report = _sample.Read("r.json");
        Assert.Equal([2, 2], report.Predictions.CountBy(each => each.Target).Select(each => each.Value));
        Assert.Contains("4 of 8 clips, drawn at random, at most 2 of each emotion (seed 1).", report.Context.Notes);
        Assert.Equal(report.Predictions.Select(each => each.Id), _sample.Read("again.json").Predictions.Select(each => each.Id));
        EvaluateSample.AssertPlainFailure(_sample.Evaluate([.. options, "--sample", "1"]), "less than one clip for each of the 2 emotions");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate([.. options, "--sample", "0"]), "--sample is below 1");
    }

    [Fact]
    public void Evaluate_Priors_AreEqualTrainedOrNamed()
    {
        Dictionary<string, double> trained = new() { ["neutral"] = 0.4, ["happy"] = 0.2, ["sad"] = 0.2, ["angry"] = 0.2 };
        TestModel.Save(_sample.Model, TestModel.Description with { LabelPriors = trained });
        string[] options = ["--corpus", "folder", "--data", "data"];

        Assert.Equal(0, _sample.Evaluate([.. options, "--report", "equal.json"]).ExitCode);
        Assert.Equal(0, _sample.Evaluate([.. options, "--report", "trained.json", "--priors", "trained"]).ExitCode);
        Assert.Equal(0, _sample.Evaluate([.. options, "--report", "named.json", "--priors", "neutral=1,happy=1,sad=1,angry=1"]).ExitCode);

        EvaluationReport equal = _sample.Read("equal.json");
        IReadOnlyList<float> network = _sample.Read("trained.json").Predictions[0].Probabilities;
        double rest = 1 - network[0];
        Assert.Equal(network[0] / 2 / ((network[0] / 2) + rest), equal.Predictions[0].Probabilities[0], 1e-4);
        Assert.Equal(equal.Predictions[0].Probabilities, _sample.Read("named.json").Predictions[0].Probabilities);
        Assert.Equal("equal", equal.Context.Options["priors"]);
        EvaluateSample.AssertPlainFailure(_sample.Evaluate([.. options, "--priors", "neutral"]), "expected equal, trained, or a number for every label");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate([.. options, "--priors", "neutral=1"]), "LabelPriors");
    }

    [Fact]
    public void Evaluate_SpeakerPattern_ReportsEachSpeaker()
    {
        ProcessResult result = _sample.Evaluate("--corpus", "folder", "--data", "data", "--name", "calls", "--speaker-pattern", "^([0-9])", "--report", "r.json");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport report = _sample.Read("r.json");
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"calls-{i}"), report.Predictions.Select(each => each.Speaker).Order());
    }

    [Fact]
    public void Evaluate_OptionsWithSpacesAndQuotes_AreCitedAsAShellReadsThem()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "The command is written for a POSIX shell.");
        string[] options = ["--corpus", "folder", "--data", "data", "--name", "Anna's first  $calls", "--report", "r.json"];
        Assert.Equal(0, _sample.Evaluate(options).ExitCode);

        string command = _sample.Read("r.json").Context.Command!;
        ProcessStartInfo shell = new("/bin/sh", ["-c", "printf '%s\n' " + command[(command.IndexOf(" -- ", StringComparison.Ordinal) + 4)..]])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(shell)!;

        string[] read = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(options, read.SkipWhile(word => word != "--corpus"));
    }

    [Fact]
    public void Evaluate_TableWithOtherColumns_IsRead()
    {
        Directory.CreateDirectory(Folder["tables"]);
        File.WriteAllLines(Folder["tables/calls.tsv"],
        [
            "file\tlabel\twho\tday\tnote",
            .. Enumerable.Range(0, 8).Select(i => $"{TestModel.Labels[i % 2]}/{i}.wav\t{TestModel.Labels[i % 2]}\tspeaker{i % 4}\t{i % 2}\tnone"),
        ]);

        ProcessResult result = _sample.Evaluate("--corpus", "csv", "--data", "tables/calls.tsv", "--separator", "tab", "--base-folder", "data", "--name", "calls",
            "--path-column", "file", "--emotion-column", "label", "--speaker-column", "who", "--session-column", "day", "--report", "r.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport report = _sample.Read("r.json");
        Assert.Equal(8, report.Metrics.Count);
        Assert.Equal(4, report.Predictions.Select(each => each.Speaker).Distinct().Count());
        Assert.Contains("calls-speaker0", report.Predictions.Select(each => each.Speaker));
    }

    [Fact]
    public void Evaluate_Speeds_AveragesAndSaysSo()
    {
        Assert.Equal(0, _sample.Evaluate("--corpus", "folder", "--data", "data", "--report", "plain.json").ExitCode);
        ProcessResult result = _sample.Evaluate("--corpus", "folder", "--data", "data", "--speeds", "0.9,1,1.1", "--report", "averaged.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport plain = _sample.Read("plain.json");
        EvaluationReport averaged = _sample.Read("averaged.json");
        Assert.Equal(("1", "0.9,1,1.1"), (plain.Context.Options["speeds"], averaged.Context.Options["speeds"]));
        Assert.NotEqual(plain.Predictions[0].Probabilities, averaged.Predictions[0].Probabilities);
    }

    [Fact]
    public void Evaluate_Help_NamesTheOptionsOfOwnCorpora()
    {
        string help = _sample.Evaluate("--help").Output;

        Assert.All((string[])["--speaker-pattern", "--path-column", "--emotion-column", "--speaker-column", "--session-column", "--separator", "--base-folder", "--name"],
            option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_BadArguments_SaysWhatIsWrong()
    {
        Directory.CreateDirectory(Folder["other/joy"]);
        File.Copy(Folder[$"data/{TestModel.Labels[0]}/0.wav"], Folder["other/joy/0.wav"]);

        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "ravdess", "--data", "none"), "does not exist");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--report", "r.pdf"), ".html");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--split", "none.json"), "none.json");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "other"), "joy");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "nonsense", "--data", "data"), "nonsense");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--data", "data"), "--corpus");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--separator", ";"), "--separator is for --corpus csv");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--speeds", "fast"), "--speeds is 'fast'");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--speeds", "1,9"), "Speeds");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "ravdess", "--data", "data", "--name", "calls"), "--name is for --corpus csv or folder");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "csv", "--data", "data", "--separator", "comma"), "one character");
        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--speaker-pattern", "^([a-z"), "SpeakerPattern");
    }
}
