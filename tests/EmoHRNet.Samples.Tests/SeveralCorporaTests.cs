using System.Text.Json;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;
using static EmoHRNet.Samples.Tests.TrainSample;

namespace EmoHRNet.Samples.Tests;

public class SeveralCorporaTests
{
    [Fact]
    public void Train_TwoCorporaOfDifferentLabels_LearnsBothAndEvaluateReadsTheirSplit()
    {
        using TemporaryFolder folder = new();
        string first = FolderPerEmotion(folder, "first");
        string second = FolderPerEmotion(folder, "second");
        Directory.Move(Path.Combine(first, "low"), Path.Combine(first, "calm"));
        Directory.Move(Path.Combine(first, "high"), Path.Combine(first, "anger"));
        Directory.Move(Path.Combine(second, "low"), Path.Combine(second, "neutral"));
        Directory.Move(Path.Combine(second, "high"), Path.Combine(second, "angry"));
        string[] corpora = ["--corpus", "folder", "--data", first, "--corpus", "folder", "--data", second, "--name", "first", "--name", "second"];

        ProcessResult trained = Train(folder, [.. corpora, "--output", "m.safetensors", "--epochs", "1", "--batch", "8", "--device", "cpu", "--report", "r.json"]);

        Assert.True(trained.ExitCode == 0, trained.StandardError);
        Assert.Contains("The corpus 'first': 24 utterances of 1 speaker, 12 left out (middle)", trained.Output);
        Assert.Equal(["neutral", "angry"], ModelFile.ReadDescription(folder["m.safetensors"]).Labels);
        string split = File.ReadAllText(folder["m.split.json"]);
        Assert.All(["first/anger/", "second/angry/"], prefix => Assert.Contains(prefix, split));

        ProcessResult evaluated = Sample.Run(
            "Evaluate", folder.Path, ["--model", "m.safetensors", .. corpora, "--split", "m.split.json", "--report", "e.json"]);
        Assert.True(evaluated.ExitCode == 0, evaluated.StandardError);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(folder["e.json"]));
        Assert.Contains(report.RootElement.GetProperty("context").GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("12 left out (middle)"));
    }

    [Fact]
    public void Train_CorpusWithoutItsData_IsRefused()
    {
        using TemporaryFolder folder = new();

        ProcessResult trained = Train(folder, "--corpus", "nemo", "--corpus", "emodb", "--data", folder.Path, "--output", "m.safetensors");

        Assert.Equal(1, trained.ExitCode);
        Assert.Contains("--corpus is given 2 times and --data 1 times", trained.StandardError);
    }
}
