using System.Reflection;
using System.Text.Json;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

/// <summary>Runs the built tool as a separate process, as its users do.</summary>
internal static class ToolProcess
{
    public static string Assembly { get; } = Path.GetFullPath(
        typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ToolAssembly").Value!);

    public static ProcessResult Run(string folder, params string[] arguments) => DotNetProcess.Run(folder, [Assembly, .. arguments]);

    /// <summary>Parses an output with one JSON object per line.</summary>
    public static JsonElement[] Objects(ProcessResult result) => [.. Lines(result.StandardOutput).Select(line => JsonDocument.Parse(line).RootElement)];

    public static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Checks that the command failed with a readable line.</summary>
    public static void AssertPlainFailure(ProcessResult result, params string[] words)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.All(words, word => Assert.Contains(word, result.StandardError, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", result.Output, StringComparison.Ordinal);
    }
}
