using System.Diagnostics;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;
using EmoHRNet.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

public sealed class EvaluateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public EvaluateTests()
    {
        _model = TestModel.Save(_folder["model.safetensors"]);
        for (int i = 0; i < 8; i++)
        {
            string label = TestModel.Labels[i % 2];
            Directory.CreateDirectory(_folder[$"data/{label}"]);
            File.WriteAllBytes(_folder[$"data/{label}/{i}.wav"], WavBytes.Pcm16(16_000, [.. Enumerable.Range(0, 8_000).Select(n => (short)(9000 * Math.Sin(n * (0.1 + (0.03 * i)))))]));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Evaluate_FolderPerClass_WritesEveryForm()
    {
        ProcessResult result = Evaluate("--corpus", "folder", "--data", "data", "--report", "r.json", "--report", "r.md", "--report", "out/r.html");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.Contains("unweighted accuracy", result.StandardOutput, StringComparison.Ordinal);
        EvaluationReport report = EvaluationReport.FromJson(File.ReadAllText(_folder["r.json"]));
        Assert.Equal(8, report.Metrics.Count);
        Assert.Equal("model.safetensors", report.Context.Model);
        Assert.Contains("--corpus folder", report.Context.Command, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["r.md"]));
        Assert.True(File.Exists(_folder["out/r.html"]));
    }

    [Fact]
    public void Evaluate_PartOfASplit_EvaluatesItsClips()
    {
        DataSplit split = new StratifiedRandomSplit { TestFraction = 0.5, ValidationFraction = 0 }.Create(FolderCorpus.Load(_folder["data"]));
        split.Save(_folder["split.json"]);

        ProcessResult result = Evaluate("--corpus", "folder", "--data", "data", "--split", "split.json", "--report", "r.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport report = EvaluationReport.FromJson(File.ReadAllText(_folder["r.json"]));
        Assert.Equal(split.Hash, report.Context.SplitHash);
        Assert.Equal(split.Test.Utterances.Select(clip => clip.Id), report.Predictions.Select(each => each.Id));
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--split", "split.json", "--part", "validation"), "is empty");
    }

    [Fact]
    public void Evaluate_Priors_AreEqualTrainedOrNamed()
    {
        Dictionary<string, double> trained = new() { ["neutral"] = 0.4, ["happy"] = 0.2, ["sad"] = 0.2, ["angry"] = 0.2 };
        TestModel.Save(_model, TestModel.Description with { LabelPriors = trained });
        string[] options = ["--corpus", "folder", "--data", "data"];

        Assert.Equal(0, Evaluate([.. options, "--report", "equal.json"]).ExitCode);
        Assert.Equal(0, Evaluate([.. options, "--report", "trained.json", "--priors", "trained"]).ExitCode);
        Assert.Equal(0, Evaluate([.. options, "--report", "named.json", "--priors", "neutral=1,happy=1,sad=1,angry=1"]).ExitCode);

        EvaluationReport equal = Read("equal.json");
        IReadOnlyList<float> network = Read("trained.json").Predictions[0].Probabilities;
        double rest = 1 - network[0];
        Assert.Equal(network[0] / 2 / ((network[0] / 2) + rest), equal.Predictions[0].Probabilities[0], 1e-4);
        Assert.Equal(equal.Predictions[0].Probabilities, Read("named.json").Predictions[0].Probabilities);
        Assert.Equal("equal", equal.Context.Options["priors"]);
        AssertPlainFailure(Evaluate([.. options, "--priors", "neutral"]), "expected equal, trained, or a number for every label");
        AssertPlainFailure(Evaluate([.. options, "--priors", "neutral=1"]), "LabelPriors");
    }

    [Fact]
    public void Evaluate_SeveralModels_AveragesWhatTheySay()
    {
        (EvaluationReport one, EvaluationReport other, EvaluationReport both) = EvaluateTwoModels();
        Assert.Equal("model.safetensors + doubting.safetensors", both.Context.Model);
        Assert.Equal(8, both.Predictions.Count);
        for (int clip = 0; clip < 8; clip++)
        {
            Assert.NotEqual(one.Predictions[clip].Confidence, other.Predictions[clip].Confidence);
            Assert.Equal(
                (one.Predictions[clip].Probabilities[0] + other.Predictions[clip].Probabilities[0]) / 2, both.Predictions[clip].Probabilities[0], 1e-4f);
        }
    }

    [Fact]
    public void Evaluate_GeometricMean_AveragesLogarithmsAndSaysSo()
    {
        (EvaluationReport one, EvaluationReport other, EvaluationReport both) = EvaluateTwoModels("--mean", "geometric");
        Assert.Contains(both.Context.Notes, note => note.Contains("geometric", StringComparison.Ordinal));
        for (int clip = 0; clip < 8; clip++)
        {
            float[] roots = [.. one.Predictions[clip].Probabilities.Zip(other.Predictions[clip].Probabilities, (first, second) => MathF.Sqrt(first * second))];
            Assert.Equal(roots[0] / roots.Sum(), both.Predictions[clip].Probabilities[0], 1e-5f);
        }

        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--mean", "harmonic"), "harmonic");
    }

    [Fact]
    public void Evaluate_SpeakerPattern_ReportsEachSpeaker()
    {
        ProcessResult result = Evaluate("--corpus", "folder", "--data", "data", "--name", "calls", "--speaker-pattern", "^([0-9])", "--report", "r.json");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport report = EvaluationReport.FromJson(File.ReadAllText(_folder["r.json"]));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"calls-{i}"), report.Predictions.Select(each => each.Speaker).Order());
    }

    [Fact]
    public void Evaluate_OptionsWithSpacesAndQuotes_AreCitedAsAShellReadsThem()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "The command is written for a POSIX shell.");
        string[] options = ["--corpus", "folder", "--data", "data", "--name", "Anna's first  $calls", "--report", "r.json"];
        Assert.Equal(0, Evaluate(options).ExitCode);

        string command = EvaluationReport.FromJson(File.ReadAllText(_folder["r.json"])).Context.Command!;
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
        Directory.CreateDirectory(_folder["tables"]);
        File.WriteAllLines(_folder["tables/calls.tsv"],
        [
            "file\tlabel\twho\tday\tnote",
            .. Enumerable.Range(0, 8).Select(i => $"{TestModel.Labels[i % 2]}/{i}.wav\t{TestModel.Labels[i % 2]}\tspeaker{i % 4}\t{i % 2}\tnone"),
        ]);

        ProcessResult result = Evaluate("--corpus", "csv", "--data", "tables/calls.tsv", "--separator", "tab", "--base-folder", "data", "--name", "calls",
            "--path-column", "file", "--emotion-column", "label", "--speaker-column", "who", "--session-column", "day", "--report", "r.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport report = EvaluationReport.FromJson(File.ReadAllText(_folder["r.json"]));
        Assert.Equal(8, report.Metrics.Count);
        Assert.Equal(4, report.Predictions.Select(each => each.Speaker).Distinct().Count());
        Assert.Contains("calls-speaker0", report.Predictions.Select(each => each.Speaker));
    }

    [Fact]
    public void Evaluate_Speeds_AveragesAndSaysSo()
    {
        Assert.Equal(0, Evaluate("--corpus", "folder", "--data", "data", "--report", "plain.json").ExitCode);
        ProcessResult result = Evaluate("--corpus", "folder", "--data", "data", "--speeds", "0.9,1,1.1", "--report", "averaged.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        EvaluationReport plain = EvaluationReport.FromJson(File.ReadAllText(_folder["plain.json"]));
        EvaluationReport averaged = EvaluationReport.FromJson(File.ReadAllText(_folder["averaged.json"]));
        Assert.Equal(("1", "0.9,1,1.1"), (plain.Context.Options["speeds"], averaged.Context.Options["speeds"]));
        Assert.NotEqual(plain.Predictions[0].Probabilities, averaged.Predictions[0].Probabilities);
    }

    [Fact]
    public void Evaluate_Help_NamesTheOptionsOfOwnCorpora()
    {
        string help = Evaluate("--help").Output;

        Assert.All((string[])["--speaker-pattern", "--path-column", "--emotion-column", "--speaker-column", "--session-column", "--separator", "--base-folder", "--name"],
            option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_BadArguments_SaysWhatIsWrong()
    {
        Directory.CreateDirectory(_folder["other/joy"]);
        File.Copy(_folder[$"data/{TestModel.Labels[0]}/0.wav"], _folder["other/joy/0.wav"]);

        AssertPlainFailure(Evaluate("--corpus", "ravdess", "--data", "none"), "does not exist");
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--report", "r.pdf"), ".html");
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--split", "none.json"), "none.json");
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "other"), "joy");
        AssertPlainFailure(Evaluate("--corpus", "nonsense", "--data", "data"), "nonsense");
        AssertPlainFailure(Evaluate("--data", "data"), "--corpus");
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--separator", ";"), "--separator is for --corpus csv");
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--speeds", "fast"), "--speeds is 'fast'");
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--speeds", "1,9"), "Speeds");
        AssertPlainFailure(Evaluate("--corpus", "ravdess", "--data", "data", "--name", "calls"), "--name is for --corpus csv or folder");
        AssertPlainFailure(Evaluate("--corpus", "csv", "--data", "data", "--separator", "comma"), "one character");
        AssertPlainFailure(Evaluate("--corpus", "folder", "--data", "data", "--speaker-pattern", "^([a-z"), "SpeakerPattern");
    }

    private static void AssertPlainFailure(ProcessResult result, string expected)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    private EvaluationReport Read(string name) => EvaluationReport.FromJson(File.ReadAllText(_folder[name]));

    private (EvaluationReport One, EvaluationReport Other, EvaluationReport Both) EvaluateTwoModels(params string[] mean)
    {
        TestModel.Save(_folder["doubting.safetensors"], TestModel.Description with { Temperature = 5 });
        string[] options = ["--corpus", "folder", "--data", "data", "--report"];
        Assert.Equal(0, Evaluate([.. options, "one.json"]).ExitCode);
        Assert.Equal(0, Sample.Run("Evaluate", _folder.Path, ["--model", "doubting.safetensors", .. options, "other.json"]).ExitCode);
        ProcessResult result = Evaluate(["--model", "doubting.safetensors", .. mean, .. options, "both.json"]);
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        return (Read("one.json"), Read("other.json"), Read("both.json"));
    }

    private ProcessResult Evaluate(params string[] arguments) => Sample.Run("Evaluate", _folder.Path, ["--model", _model, .. arguments]);
}
