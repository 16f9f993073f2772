using System.Text.Json;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime.Export;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

/// <summary>The commands about models: info and export.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Info_TheModelInside_SaysWhatItsFileSays()
    {
        ProcessResult text = Run("info");
        Assert.Equal((0, ""), (text.ExitCode, text.StandardError));
        Assert.All(["neutral, happy, sad, angry, fearful, disgust, surprised", "16000 Hz", "CC BY-NC-SA 4.0", "trained on all speakers", "Livingstone"], word => Assert.Contains(word, text.StandardOutput, StringComparison.Ordinal));
        JsonElement json = JsonDocument.Parse(Run("info", "--json").StandardOutput).RootElement;
        Assert.Equal(7, json.GetProperty("labels").GetArrayLength());
    }

    [Fact]
    public void Export_EitherForm_IsReadBackByInfoAndRefusedByPredict()
    {
        ProcessResult written = Run("export", "--output", "m.onnx", "--priors", "neutral=6,happy=1,sad=1,angry=1,fearful=1,disgust=1,surprised=0.5");
        Assert.True(written.ExitCode == 0, written.Output);
        Assert.Equal("m.onnx", written.StandardOutput.Trim());
        Assert.Contains("CC BY-NC-SA", written.StandardError, StringComparison.Ordinal);
        Assert.Equal(6, OnnxModelInfo.Read(_folder["m.onnx"]).LabelPriors!["neutral"]);
        Assert.Equal(0, Run("export", PretrainedModels.Default, "--form", "network", "-o", "n.onnx").ExitCode);
        Assert.Equal(OnnxForm.Network, OnnxModelInfo.Read(_folder["n.onnx"]).Form);
        Assert.Contains("ONNX, samples to probabilities", Run("info", "m.onnx").StandardOutput, StringComparison.Ordinal);
        ToolProcess.AssertPlainFailure(Run("predict", "--model", "m.onnx", Clips.Voice(_folder["a.wav"], 0.4)), "is an ONNX model");
    }

    [Fact]
    public void Export_Triton_WritesARepository()
    {
        Assert.Equal(0, Run("export", "--triton", "repository", "--name", "voice").ExitCode);
        Assert.All(["config.pbtxt", "labels.txt", "1/model.onnx"], name => Assert.True(File.Exists(_folder[$"repository/voice/{name}"]), name));
    }

    [Fact]
    public void Export_WhatCannotBeWritten_SaysSo()
    {
        ToolProcess.AssertPlainFailure(Run("export"), "--output", "--triton");
        ToolProcess.AssertPlainFailure(Run("export", "-o", "none/m.onnx"), "does not exist");
        ToolProcess.AssertPlainFailure(Run("export", "-o", "m.onnx", "--priors", "neutral=1,5"), "--priors", "'5'");
        ToolProcess.AssertPlainFailure(Run("export", "-o", "m.onnx", "--priors", "bored=1"), "LabelPriors", "bored");
        ToolProcess.AssertPlainFailure(Run("info", Clips.Voice(_folder["a.wav"], 0.4)), "not a model file");
        Assert.False(File.Exists(_folder["m.onnx"]));
    }

    private ProcessResult Run(params string[] arguments) => ToolProcess.Run(_folder.Path, arguments);
}
