using EmoHRNet.Core.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

public sealed class LiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public LiveTests() => _model = TestModel.Save(_folder["model.safetensors"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Live_FilePlayed_WritesALinePerSegmentToItsEnd()
    {
        File.WriteAllBytes(_folder["a.wav"], WavBytes.FloatingPoint(16_000, [.. Enumerable.Range(0, 64_000).Select(i => MathF.Sin(i * 0.1f) / 3)]));
        ProcessResult result = Sample.Run("Live", _folder.Path, "--model", _model, "--file", "a.wav", "--speed", "20", "--hop", "0.5");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        string[] lines = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 6, 10);
        Assert.StartsWith("00:00:00.000", lines[0], StringComparison.Ordinal);
        Assert.Contains("00:00:04.000", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Live_MissingFileOrModel_SaysSo()
    {
        ProcessResult noFile = Sample.Run("Live", _folder.Path, "--model", _model, "--file", "none.wav");
        Assert.Equal(1, noFile.ExitCode);
        Assert.Contains("none.wav", noFile.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", noFile.Output, StringComparison.Ordinal);
        Assert.Equal(1, Sample.Run("Live", _folder.Path, "--speed", "fast").ExitCode);
    }
}
