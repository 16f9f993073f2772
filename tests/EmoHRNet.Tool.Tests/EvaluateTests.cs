using System.Globalization;
using System.Text.Json;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

public sealed class EvaluateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Recomputes the figures from the library's predictions.</summary>
    [Fact]
    public void Evaluate_TableOfRealSpeech_GivesRecallOfClassesAndGroups()
    {
        Utterances(48);
        ProcessResult result = ToolProcess.Run(_folder.Path, "evaluate", "clips.csv", "--json", "--report", "card.md", "--report", "page.html");
        Assert.True(result.ExitCode == 0, result.Output);
        JsonElement report = JsonDocument.Parse(result.StandardOutput).RootElement;
        using OnnxEmotionClassifier library = new(PretrainedModels.Default);
        (string Emotion, string Gender, bool IsRight)[] answers =
            [.. Rows().Select(row => (row[1], row[3], library.PredictFile(row[0]).MostProbable.Label == row[1]))];

        double Recall(IEnumerable<(string Emotion, string Gender, bool IsRight)> of) =>
            of.GroupBy(each => each.Emotion).Average(emotion => emotion.Average(each => each.IsRight ? 1.0 : 0));
        Assert.Equal(Recall(answers), report.GetProperty("unweightedAccuracy").GetProperty("value").GetDouble(), 1e-9);
        JsonElement[] groups = [.. report.GetProperty("groups").EnumerateArray()];
        Assert.Equal(["female", "male"], groups.Select(group => group.GetProperty("group").GetString()));
        Assert.All(groups, group => Assert.Equal(
            Recall(answers.Where(each => each.Gender == group.GetProperty("group").GetString())), group.GetProperty("unweightedAccuracy").GetDouble(), 1e-9));
        Assert.Contains("gender: female", File.ReadAllText(_folder["card.md"]), StringComparison.Ordinal);
        Assert.Contains("emohrnet evaluate clips.csv", File.ReadAllText(_folder["card.md"]), StringComparison.Ordinal);
        Assert.Contains("Groups of speakers", File.ReadAllText(_folder["page.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Conditions_HasEveryOneAndThatOfAFolderOfNoiseBesides()
    {
        Utterances(6);
        Clips.Voice(_folder["street/hum.wav"], 2, pitch: 60);
        ProcessResult result = ToolProcess.Run(
            _folder.Path, "evaluate", "clips.csv", "--conditions", "--noise-folder", "street", "--report", "all.json", "--report", "conditions.svg");
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("recorded-10", result.StandardOutput, StringComparison.Ordinal);

        JsonElement[] conditions = [.. JsonDocument.Parse(File.ReadAllText(_folder["all.json"])).RootElement.GetProperty("robustness").GetProperty("conditions").EnumerateArray()];
        Assert.Equal(26, conditions.Length);
        double[] averaged =
        [
            .. conditions.Where(each => !each.GetProperty("isInvariance").GetBoolean() && !each.GetProperty("isAdditional").GetBoolean())
                .Select(each => each.GetProperty("unweightedAccuracy").GetProperty("value").GetDouble()),
        ];
        Assert.Equal(19, averaged.Length);
        Assert.Contains((100 * averaged.Average()).ToString("0.0", CultureInfo.InvariantCulture), result.StandardOutput, StringComparison.Ordinal);
        System.Xml.Linq.XElement drawing = System.Xml.Linq.XElement.Load(_folder["conditions.svg"]);
        Assert.Equal("http://www.w3.org/2000/svg", drawing.Name.NamespaceName);
        Assert.Contains(drawing.Descendants(), each => each.Value == "babble-10");
    }

    [Fact]
    public void Evaluate_WhatCannotBe_SaysSo()
    {
        Clips.Voice(_folder["mine/joy/a.wav"], 0.5);
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "evaluate", "mine"), "joy", "neutral");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "evaluate", "none.csv"), "none.csv");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "evaluate", "mine", "--labels", "joy=happy", "--report", "a.doc"), "a.doc", ".json");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "evaluate", "mine", "--report", "a.svg"), "--conditions");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "evaluate", "mine", "--noise-folder", "mine"), "--conditions");
        Assert.Equal(0, ToolProcess.Run(_folder.Path, "evaluate", "mine", "--labels", "joy=happy").ExitCode);
    }

    private string[][] Rows() => [.. File.ReadLines(_folder["clips.csv"]).Skip(1).Select(line => line.Split(','))];

    /// <summary>A table of the first clips; names are modality, channel, emotion (calm is neutral here), intensity, sentence, repetition, actor (odd: a man).</summary>
    private void Utterances(int count)
    {
        string[] emotions = ["neutral", "neutral", "happy", "sad", "angry", "fearful", "disgust", "surprised"];
        IEnumerable<string> rows = Directory.GetFiles(Clips.RealFolder(), "*.wav").Order(StringComparer.Ordinal).Take(count).Select(path =>
        {
            int[] fields = [.. Path.GetFileNameWithoutExtension(path).Split('-').Select(field => int.Parse(field, CultureInfo.InvariantCulture))];
            return $"{path},{emotions[fields[2] - 1]},{fields[6]},{(fields[6] % 2 == 0 ? "female" : "male")}";
        });
        File.WriteAllLines(_folder["clips.csv"], ["path,emotion,speaker,gender", .. rows]);
    }
}
