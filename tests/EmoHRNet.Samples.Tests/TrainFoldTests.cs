using System.Text.Json;
using EmoHRNet.Evaluation.Publishing;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;
using static EmoHRNet.Samples.Tests.TrainSample;

namespace EmoHRNet.Samples.Tests;

public class TrainFoldTests
{
    [Fact]
    public void Train_KFoldWithOneFold_TrainsThatFoldOnly()
    {
        using TemporaryFolder folder = new();

        ProcessResult trained = Train(folder, "--corpus", "folder", "--data", FolderPerEmotion(folder), "--output", "m.safetensors", "--epochs", "1",
            "--batch", "8", "--protocol", "k-fold", "--folds", "3", "--fold", "2", "--device", "cpu");

        Assert.True(trained.ExitCode == 0, trained.StandardError);
        Assert.Equal(["m.fold2.safetensors"], Directory.GetFiles(folder.Path, "*.safetensors").Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void Train_TeacherOfEveryFold_TeachesItsOwnAndAnotherIsNoted()
    {
        using TemporaryFolder folder = new();
        string[] arguments =
        [
            "--corpus", "folder", "--data", FolderPerEmotion(folder), "--epochs", "1", "--batch", "8", "--protocol", "k-fold", "--folds", "3", "--fold", "2",
            "--report", "r.json", "--device", "cpu",
        ];
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "first.safetensors"]).ExitCode);

        ProcessResult taught = Train(folder, [.. arguments, "--output", "second.safetensors", "--teacher", "first.fold{fold}.safetensors"]);

        Assert.True(taught.ExitCode == 0, taught.StandardError);
        Assert.Equal("first.fold2.safetensors", ModelFile.ReadDescription(folder["second.fold2.safetensors"]).Provenance["teachers"]);
        Assert.DoesNotContain("optimistic", taught.Output, StringComparison.Ordinal);

        ProcessResult leaked = Train(folder, [.. arguments, "--output", "third.safetensors", "--teacher", "first.fold2.safetensors", "--seed", "2"]);

        Assert.True(leaked.ExitCode == 0, leaked.StandardError);
        Assert.Matches("has heard [1-9][0-9]* of the [0-9]+ clips in training; the result is optimistic", leaked.Output);
    }

    [Fact]
    public void Train_SplitSeed_DividesLikeAnotherRunAndTrainsByItsOwnSeed()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["--corpus", "folder", "--data", FolderPerEmotion(folder), "--epochs", "1", "--batch", "8", "--device", "cpu"];

        Assert.Equal(0, Train(folder, [.. arguments, "--output", "one.safetensors", "--seed", "1"]).ExitCode);
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "two.safetensors", "--seed", "2", "--split-seed", "1"]).ExitCode);
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "three.safetensors", "--seed", "2"]).ExitCode);

        ModelDescription one = Read(folder, "one"), two = Read(folder, "two"), three = Read(folder, "three");
        Assert.Equal(one.Provenance["split hash"], two.Provenance["split hash"]);
        Assert.NotEqual(one.Provenance["split hash"], three.Provenance["split hash"]);
        Assert.Equal(("1", "2"), (one.Provenance["seed"], two.Provenance["seed"]));
        using SafetensorsFile first = SafetensorsFile.Open(folder["one.safetensors"]), second = SafetensorsFile.Open(folder["two.safetensors"]);
        Assert.NotEqual(first.ReadFloats("conv1.weight"), second.ReadFloats("conv1.weight"));
    }

    [Fact]
    public void Train_OtherStorageOrTemperature_IsNotMixedWithFinishedFolds()
    {
        using TemporaryFolder folder = new();
        string[] arguments =
        [
            "--corpus", "folder", "--data", FolderPerEmotion(folder), "--output", "m.safetensors", "--epochs", "1", "--batch", "8",
            "--protocol", "k-fold", "--folds", "3", "--device", "cpu", "--fold",
        ];
        Assert.Equal(0, Train(folder, [.. arguments, "1"]).ExitCode);

        Assert.Matches("^Error: .*other settings", Train(folder, [.. arguments, "2", "--half"]).StandardError);
        Assert.Matches("^Error: .*other settings", Train(folder, [.. arguments, "2", "--temperature", "1.5"]).StandardError);
        Assert.Equal(0, Train(folder, [.. arguments, "2"]).ExitCode);
    }

    [Fact]
    public void Train_MergeOfFoldsFromSeparateFolders_EndsInTheResultOfOneRun()
    {
        using TemporaryFolder folder = new();
        string[] arguments =
        [
            "--corpus", "folder", "--data", FolderPerEmotion(folder), "--epochs", "1", "--batch", "8", "--protocol", "k-fold", "--folds", "2", "--device", "cpu",
        ];
        foreach (string machine in (string[])["one", "a", "b", "all"])
        {
            Directory.CreateDirectory(folder[machine]);
        }

        Assert.Equal(0, Train(folder, [.. arguments, "--output", "one/m.safetensors"]).ExitCode);
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "a/m.safetensors", "--fold", "1"]).ExitCode);
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "b/m.safetensors", "--fold", "2"]).ExitCode);
        string[] merge = ["--output", "all/m.safetensors", "--merge", "a/m.folds", "--merge", "b/m.folds"];

        ProcessResult mixed = Train(folder, [.. arguments, .. merge, "--seed", "2", "--split-seed", "1"]);
        ProcessResult merged = Train(folder, [.. arguments, .. merge]);

        Assert.Equal(1, mixed.ExitCode);
        Assert.Matches("Error: .*other settings.* there, .* here", mixed.StandardError);
        Assert.True(merged.ExitCode == 0, merged.Output);
        Assert.Contains("Folds 2 of 2 finished", merged.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(Figures(folder["one/m.folds/summary.json"]), Figures(folder["all/m.folds/summary.json"]));
        Assert.Empty(Directory.GetFiles(folder["all"], "*.safetensors"));
    }

    private static string[] Figures(string summary)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(summary));
        JsonElement report = document.RootElement.GetProperty("report");
        return [report.GetProperty("unweightedAccuracy").GetRawText(), report.GetProperty("accuracy").GetRawText(), report.GetProperty("macroF1").GetRawText()];
    }

    [Fact]
    public void TrainAndEvaluate_Results_AddTheSameRow()
    {
        using TemporaryFolder folder = new();
        string data = FolderPerEmotion(folder);

        ProcessResult trained = Train(folder, "--corpus", "folder", "--data", data, "--output", "m.safetensors", "--epochs", "1", "--batch", "8",
            "--protocol", "k-fold", "--folds", "2", "--device", "cpu", "--results", "results", "--result", "trained", "--chosen", "nothing");
        ProcessResult evaluated = Sample.Run("Evaluate", folder.Path, "--corpus", "folder", "--data", data, "--split", "m.fold{fold}.split.json",
            "--model", "m.fold{fold}.safetensors", "--device", "cpu", "--results", "results", "--result", "evaluated", "--chosen", "nothing");

        Assert.True(trained.ExitCode == 0, trained.Output);
        Assert.True(evaluated.ExitCode == 0, evaluated.Output);
        IReadOnlyList<RunRecord> runs = new ResultsFolder(folder["results"]).Runs();
        Assert.Equal(["trained", "evaluated"], runs.Select(run => run.Name));
        Assert.Equal(runs[0].UnweightedAccuracy, runs[1].UnweightedAccuracy);
        Assert.Equal((2, 36, "small", "1"), (runs[1].FoldCount, runs[1].ClipCount, runs[1].Origin.Recipe, runs[1].Origin.Seed));
        Assert.Equal(runs[0].Origin.Splits, runs[1].Origin.Splits);
        Assert.True(File.Exists(folder["results/recipes/small.json"]));
        Assert.Contains("--results needs --result and --chosen", Train(folder, "--data", data, "--output", "m.safetensors", "--results", "results").Output, StringComparison.Ordinal);
    }

    private static ModelDescription Read(TemporaryFolder folder, string name) => ModelFile.ReadDescription(folder[$"{name}.safetensors"]);
}
