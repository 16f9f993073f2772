using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

public sealed class LiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Live_FilePlayed_WritesALinePerSegmentToItsEnd()
    {
        File.WriteAllBytes(_folder["a.wav"], WavBytes.FloatingPoint(16_000, [.. Enumerable.Range(0, 64_000).Select(i => MathF.Sin(i * 0.1f) / 3)]));
        ProcessResult result = ToolProcess.Run(_folder.Path, "live", "--file", "a.wav", "--speed", "20", "--hop", "0.5");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        string[] lines = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 4, 10);
        Assert.StartsWith("00:00:00.000", lines[0], StringComparison.Ordinal);
        Assert.Contains("00:00:04.000", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Live_Json_IsAnObjectPerAnswer()
    {
        Clips.Voice(_folder["a.wav"], 3);
        ProcessResult result = ToolProcess.Run(_folder.Path, "live", "--json", "--file", "a.wav", "--speed", "50");
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(3, ToolProcess.Objects(result)[^1].GetProperty("end").GetDouble(), 1e-3);
    }

    [Fact]
    public void Live_MissingFileOrModel_SaysSo()
    {
        ProcessResult noFile = ToolProcess.Run(_folder.Path, "live", "--file", "none.wav");
        Assert.Equal(1, noFile.ExitCode);
        Assert.Contains("none.wav", noFile.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", noFile.Output, StringComparison.Ordinal);
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "live", "--speed", "1,5"), "--speed", "'1,5'");
    }
}
