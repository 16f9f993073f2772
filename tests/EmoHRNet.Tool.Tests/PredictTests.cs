using System.Text.Json;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

public sealed class PredictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_JsonOfRealSpeech_IsWhatTheLibraryAnswers()
    {
        ProcessResult result = ToolProcess.Run(_folder.Path, "predict", "--json", Clips.RealFolder());
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("CC BY-NC-SA", result.StandardError, StringComparison.Ordinal);
        JsonElement[] lines = ToolProcess.Objects(result);
        Assert.Equal(48, lines.Length);
        using OnnxEmotionClassifier library = new(PretrainedModels.Default);
        Assert.All(lines, line =>
        {
            EmotionPrediction expected = library.PredictFile(line.GetProperty("file").GetString()!);
            Assert.Equal(expected.Label, line.GetProperty("label").GetString());
            Assert.Equal(expected.Confidence, line.GetProperty("confidence").GetSingle(), 1e-4f);
            Assert.All(expected.Probabilities, pair => Assert.Equal(pair.Value, line.GetProperty("probabilities").GetProperty(pair.Key).GetSingle(), 1e-4f));
        });
    }

    [Fact]
    public void Predict_Table_ShowsLicenseAndAnswers()
    {
        Clips.Voice(_folder["a.wav"], 0.5);
        ProcessResult result = ToolProcess.Run(_folder.Path, "predict", "a.wav");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.All(["CC BY-NC-SA", "Emotion", "a.wav", "1 file,"], word => Assert.Contains(word, result.StandardOutput, StringComparison.Ordinal));
    }

    [Fact]
    public void Predict_TenThousandFilesOfWhichFewAreAudio_AnswersThoseAndSaysWhatWasLeftOut()
    {
        Directory.CreateDirectory(_folder["many"]);
        for (int i = 0; i < 9_990; i++)
        {
            File.WriteAllText(_folder[$"many/{i:00000}.{(i % 10 == 0 ? "JPG" : "txt")}"], "no sound");
        }

        for (int i = 0; i < 5; i++)
        {
            Clips.Voice(_folder[$"many/inner/voice{i}.wav"], 0.4, 120 + (20 * i));
            File.WriteAllText(_folder[$"many/text{i}.wav"], "a text under a false name");
        }

        ProcessResult result = ToolProcess.Run(_folder.Path, "predict", "--json", "many");
        ToolProcess.AssertPlainFailure(result, "Left out 9990 files", "8991 .txt, 999 .jpg", "text4.wav", "5 of 10 files got no answer.");
        Assert.Equal(["voice0.wav", "voice1.wav", "voice2.wav", "voice3.wav", "voice4.wav"],
            ToolProcess.Objects(result).Select(line => Path.GetFileName(line.GetProperty("file").GetString())));
        Assert.InRange(ToolProcess.Lines(result.StandardError).Length, 8, 12);
    }

    [Fact]
    public void Predict_FilmsAndShadows_AreFoundByName()
    {
        File.Copy(Clips.Voice(_folder["a.wav"], 0.4), _folder["film.mov"]);
        File.WriteAllText(_folder["._a.wav"], "a resource fork");
        ProcessResult result = ToolProcess.Run(_folder.Path, "predict", "--json", ".");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["a.wav", "film.mov"], ToolProcess.Objects(result).Select(line => Path.GetFileName(line.GetProperty("file").GetString())));
        Assert.Contains("._a.wav", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_ExplainClipsOfOneName_KeepsAPictureOfEach()
    {
        Clips.Voice(_folder["one/a.wav"], 0.4);
        Clips.Voice(_folder["two/a.wav"], 0.4, pitch: 220);
        ProcessResult result = ToolProcess.Run(_folder.Path, "predict", "--json", "--explain", "pictures", "one", "two");
        Assert.Equal(0, result.ExitCode);
        string[] pictures = [.. Directory.GetFiles(_folder["pictures"]).Order(StringComparer.Ordinal)];
        Assert.Equal(["a-2.png", "a.png"], pictures.Select(Path.GetFileName));
        Assert.NotEqual(File.ReadAllBytes(pictures[0]), File.ReadAllBytes(pictures[1]));
        Assert.All(pictures, picture => Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(picture)[..4]));
    }

    [Fact]
    public void Predict_WhatCannotBeAnswered_SaysSo()
    {
        File.WriteAllText(_folder["bad.wav"], "this is no audio");
        File.WriteAllText(_folder["text.safetensors"], "this is no model, but long enough to be read as one");
        Directory.CreateDirectory(_folder["empty"]);
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "bad.wav"), "bad.wav");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "none.wav"), "none.wav");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "empty"), "no audio files");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "--model", "text.safetensors", "bad.wav"), "not a model file");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "--provider", "abacus", "bad.wav"), "abacus", "CPUExecutionProvider");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "--threads", "1,000", "bad.wav"), "--threads", "'1,000'");
    }
}
