using System.Diagnostics;
using System.Text.Json;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;
using EmoHRNet.Training;
using static EmoHRNet.Samples.Tests.TrainSample;

namespace EmoHRNet.Samples.Tests;

public class TrainTests
{
    [Fact]
    public void Train_FolderCorpus_WritesModelAndReportThatPredictUses()
    {
        using TemporaryFolder folder = new();
        string corpus = FolderPerEmotion(folder);

        ProcessResult trained = Train(folder, "--corpus", "folder", "--data", corpus, "--output", "m.safetensors", "--epochs", "2", "--batch", "8",
            "--report", "r.json", "--device", "cpu");

        Assert.True(trained.ExitCode == 0, trained.StandardError);
        Assert.Contains("Epoch 2/2", trained.Output);
        JsonElement report = JsonDocument.Parse(File.ReadAllText(folder["r.json"])).RootElement;
        Assert.Equal(2, report.GetProperty("epochs").GetArrayLength());
        Assert.Equal(36, Clips(report, "training").Length + Clips(report, "validation").Length + Clips(report, "test").Length);
        Assert.Empty(Clips(report, "training").Intersect(Clips(report, "test")));
        Assert.Equal(Clips(report, "test").Length, report.GetProperty("test").GetProperty("metrics").GetProperty("count").GetInt32());
        Assert.Contains("--epochs 2", report.GetProperty("command").GetString());
        Assert.True(File.Exists(folder["r.md"]) && File.Exists(folder["r.html"]));

        ProcessResult evaluated = Sample.Run("Evaluate", folder.Path, "--model", "m.safetensors", "--corpus", "folder", "--data", corpus, "--split", "m.split.json");
        Assert.True(evaluated.ExitCode == 0, evaluated.StandardError);
        Assert.StartsWith($"{Clips(report, "test").Length} clips of", evaluated.Output.Split('\n')[1], StringComparison.Ordinal);

        ProcessResult predicted = Sample.Run("Predict", folder.Path, "--model", folder["m.safetensors"], "--json", Directory.GetFiles(corpus, "*.wav", SearchOption.AllDirectories)[0]);
        Assert.True(predicted.ExitCode == 0, predicted.StandardError);
        Assert.Contains("\"probabilities\":{\"high\"", predicted.Output);
    }

    [Fact]
    public async Task Train_InterruptedByCtrlCAndResumed_GivesTheModelOfAnUninterruptedRun()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Sends SIGINT.");
        using TemporaryFolder folder = new();
        string[] arguments = ["--corpus", "folder", "--data", FolderPerEmotion(folder), "--epochs", "6", "--batch", "8", "--device", "cpu", "--resume"];
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "whole.safetensors"]).ExitCode);

        using Process process = DotNetProcess.Start(folder.Path, [Sample.PathOf("Train"), .. arguments, "--output", "cut.safetensors"]);
        while (!File.Exists(folder["cut.safetensors.checkpoint"]))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using Process interrupt = Process.Start("kill", $"-INT {process.Id}");
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("--resume", error);
        Assert.False(File.Exists(folder["cut.safetensors"]));

        ProcessResult resumed = Train(folder, [.. arguments, "--output", "cut.safetensors"]);
        Assert.True(resumed.ExitCode == 0, resumed.StandardError);
        Assert.DoesNotContain("Epoch 1/6", resumed.Output);
        Assert.Equal(File.ReadAllBytes(folder["whole.safetensors"]), File.ReadAllBytes(folder["cut.safetensors"]));
    }

    [Fact]
    public void Train_SavedRecipe_TrainsWithItAndWhatTheCommandLineChanges()
    {
        using TemporaryFolder folder = new();
        ProcessResult saved = Train(folder, "--save-recipe", "saved.json", "--epochs", "40", "--batch", "8", "--seed", "5");
        Assert.True(saved.ExitCode == 0, saved.StandardError);
        TrainingRecipe recipe = TrainingRecipe.Load(folder["saved.json"]);
        Assert.Equal((40, 8, 5), (recipe.Training.Epochs, recipe.Training.BatchSize, recipe.Training.Seed));
        (recipe with { Name = "variation", Training = recipe.Training with { LabelSmoothing = 0.25 } }).Save(folder["variation.json"]);

        ProcessResult trained = Train(folder, "--corpus", "folder", "--data", FolderPerEmotion(folder), "--output", "m.safetensors",
            "--recipe", "variation.json", "--epochs", "1", "--temperature", "1.75", "--report", "r.json", "--device", "cpu");

        Assert.True(trained.ExitCode == 0, trained.StandardError);
        JsonElement report = JsonDocument.Parse(File.ReadAllText(folder["r.json"])).RootElement;
        TrainingRecipe used = TrainingRecipe.FromJson(report.GetProperty("recipe").GetRawText());
        Assert.Equal("variation", used.Name);
        Assert.Equal((1, 8, 5, 0.25), (used.Training.Epochs, used.Training.BatchSize, used.Training.Seed, used.Training.LabelSmoothing));
        Assert.Equal(1.75, ModelFile.ReadDescription(folder["m.safetensors"]).Temperature);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp"));
    }

    [Theory]
    [InlineData("none.json", null)]
    [InlineData("text.json", "not JSON")]
    [InlineData("misspelled.json", """{ "network": {}, "training": { "epoch": 3 } }""")]
    [InlineData("null.json", """{ "network": {}, "training": null }""")]
    [InlineData("range.json", """{ "network": {}, "training": { "epochs": -3 } }""")]
    public void Train_BadRecipe_SaysWhatIsWrongInOneLine(string name, string? text)
    {
        using TemporaryFolder folder = new();
        if (text is not null)
        {
            File.WriteAllText(folder[name], text);
        }

        ProcessResult result = Train(folder, "--recipe", name, "--save-recipe", "saved.json");

        Assert.Equal(1, result.ExitCode);
        string line = Assert.Single(result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(name == "range.json" ? "Training.Epochs" : name, line, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["saved.json"]));
    }

    [Theory]
    [InlineData("Option '--output' is required", "--data", ".")]
    [InlineData("expected 0.01 to 100", "--data", ".", "--output", "m.safetensors", "--temperature", "0")]
    [InlineData("--temperature is '1,2'", "--data", ".", "--output", "m.safetensors", "--temperature", "1,2")]
    [InlineData("--test is '0,2'", "--data", ".", "--output", "m.safetensors", "--test", "0,2")]
    [InlineData("--epochs is '1,000'", "--data", ".", "--output", "m.safetensors", "--epochs", "1,000")]
    [InlineData("--folds is '2.5'", "--data", ".", "--output", "m.safetensors", "--folds", "2.5")]
    [InlineData("does not exist", "--data", "nowhere", "--output", "m.safetensors")]
    [InlineData("ravdess", "--data", ".", "--output", "m.safetensors")]
    [InlineData("--output", "--data", ".", "--output", "missing/m.safetensors")]
    [InlineData("--output names the folder", "--data", ".", "--output", ".")]
    [InlineData("huge", "--data", ".", "--output", "m.safetensors", "--preset", "huge")]
    [InlineData("is not a device", "--corpus", "folder", "--data", "corpus", "--output", "m.safetensors", "--device", "abacus")]
    [InlineData("BatchSize", "--corpus", "folder", "--data", "corpus", "--output", "m.safetensors", "--batch", "0")]
    [InlineData("--speaker-column is for --corpus csv", "--corpus", "folder", "--data", "corpus", "--output", "m.safetensors", "--speaker-column", "who")]
    [InlineData("names {fold}", "--corpus", "folder", "--data", "corpus", "--output", "m.safetensors", "--teacher", "m{fold}.safetensors")]
    [InlineData("fold", "--corpus", "folder", "--data", "corpus", "--output", "m.safetensors", "--protocol", "k-fold", "--fold", "9")]
    public void Train_BadArguments_SaysWhatIsWrongWithoutAStackTrace(string expected, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        FolderPerEmotion(folder);

        ProcessResult result = Train(folder, arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", result.Output);
    }

    [Fact]
    public void Train_Help_NamesEveryOption()
    {
        using TemporaryFolder folder = new();

        string help = Train(folder, "--help").Output;

        Assert.All((string[])["--corpus", "--data", "--output", "--preset", "--recipe", "--save-recipe", "--speaker-pattern", "--path-column", "--epochs", "--batch", "--seed", "--protocol", "--device", "--resume", "--report"],
            option => Assert.Contains(option, help));
    }

    private static string[] Clips(JsonElement report, string part) =>
        [.. report.GetProperty("split").GetProperty(part).GetProperty("clips").EnumerateArray().Select(c => c.GetString()!)];
}
