using EmoHRNet.Core.Tests;
using EmoHRNet.Evaluation;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

/// <summary>Runs samples/Evaluate in a folder with a model, <c>model.safetensors</c>, and eight tones of two emotions, <c>data</c>.</summary>
internal sealed class EvaluateSample : IDisposable
{
    public EvaluateSample()
    {
        Model = TestModel.Save(Folder["model.safetensors"]);
        for (int i = 0; i < 8; i++)
        {
            string label = TestModel.Labels[i % 2];
            Directory.CreateDirectory(Folder[$"data/{label}"]);
            File.WriteAllBytes(Folder[$"data/{label}/{i}.wav"], WavBytes.Pcm16(16_000, [.. Enumerable.Range(0, 8_000).Select(n => (short)(9000 * Math.Sin(n * (0.1 + (0.03 * i)))))]));
        }
    }

    public TemporaryFolder Folder { get; } = new();

    public string Model { get; }

    public static void AssertPlainFailure(ProcessResult result, string expected)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Folder.Dispose();

    public ProcessResult Evaluate(params string[] arguments) => Sample.Run("Evaluate", Folder.Path, ["--model", Model, .. arguments]);

    public EvaluationReport Read(string name) => EvaluationReport.FromJson(File.ReadAllText(Folder[name]));
}
