using System.Runtime.InteropServices;
using System.Text.Json;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime.Export;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests.Export;

/// <summary>The exported model in JavaScript, native and with WebAssembly, compared with the library.</summary>
public sealed class NodeTests : IDisposable
{
    private const float Tolerance = 1e-3f;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("onnxruntime-node")]
    [InlineData("onnxruntime-web")]
    public void Whole_RealClipsInNode_GivesTheProbabilitiesOfTheLibrary(string package)
    {
        string[] paths = RealClips.Paths();
        (string? modules, string reason) = NodePackages.Find();
        Assert.SkipWhen(modules is null, reason);
        OnnxExport.Write(PretrainedModels.Default, _folder["whole.onnx"]);
        float[][] clips = [.. paths.Select(RealClips.Samples)];
        float[] all = [.. clips.SelectMany(clip => clip)];
        File.WriteAllBytes(_folder["samples"], MemoryMarshal.AsBytes<float>(all).ToArray());

        ProcessResult result = NodePackages.Run(
            Path.Combine(AppContext.BaseDirectory, "Export", "answers.mjs"), modules!, package, _folder["whole.onnx"], _folder["samples"],
            string.Join(',', clips.Select(clip => clip.Length)));

        Assert.True(result.ExitCode == 0, result.Output);
        float[][] found = JsonSerializer.Deserialize<float[][]>(result.StandardOutput)!;
        using OnnxEmotionClassifier library = new(PretrainedModels.Default);
        Assert.Equal(paths.Length, found.Length);
        Assert.All(paths.Zip(found), pair =>
            Assert.All(library.PredictFile(pair.First).Probabilities.Values.Zip(pair.Second), p => Assert.Equal(p.First, p.Second, Tolerance)));
    }
}
