using EmoHRNet.OnnxRuntime;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

public sealed class AdaptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Angry and sad clips with swapped labels: the model is fitted on the clips of four actors and must predict the swapped labels for those of two others.</summary>
    [Fact]
    public void Adapt_FolderPerEmotion_WritesAModelThatLearnedIt()
    {
        (string Path, string Label)[] clips = Exchanged();
        foreach ((string path, string label) in clips.Where((_, i) => i % 3 != 2))
        {
            Directory.CreateDirectory(_folder[$"mine/{label}"]);
            File.Copy(path, _folder[$"mine/{label}/{Path.GetFileName(path)}"]);
        }

        ProcessResult result = ToolProcess.Run(_folder.Path, "adapt", "mine", "--output", "mine.safetensors");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(_folder["mine.safetensors"], result.StandardOutput.Trim());
        Assert.All(["CC BY-NC-SA", "Last layer fitted on", "labeled clips", "before", "after"], word => Assert.Contains(word, result.StandardError, StringComparison.Ordinal));
        using OnnxEmotionClassifier adapted = new(_folder["mine.safetensors"], new OnnxEmotionClassifierOptions { Labels = ["angry", "sad"] });
        (string Path, string Label)[] unseen = [.. clips.Where((_, i) => i % 3 == 2)];
        Assert.Equal(unseen.Select(clip => clip.Label), unseen.Select(clip => adapted.PredictFile(clip.Path).Label));
        Assert.Contains("last layer fitted", ToolProcess.Run(_folder.Path, "info", "mine.safetensors").StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void Adapt_Unlabeled_AnswersInTheSharesThatWereSaid()
    {
        (string Path, string Label)[] clips = Exchanged();
        Directory.CreateDirectory(_folder["mine"]);
        Array.ForEach(clips, clip => File.Copy(clip.Path, _folder[$"mine/{Path.GetFileName(clip.Path)}"]));

        ProcessResult result = ToolProcess.Run(
            _folder.Path, "adapt", "mine", "--unlabeled", "--shares", "happy=3,disgust=1", "--regularization", "0.001", "--output", "mine.safetensors");

        Assert.True(result.ExitCode == 0, result.Output);
        using OnnxEmotionClassifier shifted = new(_folder["mine.safetensors"], new OnnxEmotionClassifierOptions { Labels = ["happy", "disgust"] });
        Assert.Equal(0.75, clips.Average(clip => (double)shifted.PredictFile(clip.Path)["happy"]), 0.02);
    }

    [Fact]
    public void Adapt_WhatCannotBe_SaysSoAndLeavesTheOldFile()
    {
        Clips.Voice(_folder["mine/joy/a.wav"], 0.5);
        Clips.Voice(_folder["mine/sad/b.wav"], 0.5);
        File.WriteAllText(_folder["old.safetensors"], "an older file");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "adapt", "mine", "--output", "old.safetensors"), "'joy'", "neutral");
        Assert.Equal("an older file", File.ReadAllText(_folder["old.safetensors"]));
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "adapt", "mine", "--model", "old.safetensors", "--output", "old.safetensors"), "name a new file");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "adapt", "mine", "--output", "a.onnx"), ".safetensors");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "adapt", "mine", "--output", "none/a.safetensors"), "create it first");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "adapt", "mine", "--shares", "sad=1", "--output", "a.safetensors"), "--unlabeled");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "adapt", "mine", "--regularization", "0", "--output", "a.safetensors"), "Regularization");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "adapt", "mine"), "--output");
    }

    private static (string Path, string Label)[] Exchanged() =>
    [
        .. Directory.GetFiles(Clips.RealFolder(), "*.wav").Order(StringComparer.Ordinal)
            .Select(path => (path, Path.GetFileName(path)[6..8] switch { "05" => "sad", "04" => "angry", _ => "" })).Where(clip => clip.Item2.Length > 0),
    ];
}
