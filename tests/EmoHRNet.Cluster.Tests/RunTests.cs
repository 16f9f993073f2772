using System.Globalization;
using EmoHRNet.Cluster.Tests.Processes;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests;

public class RunTests
{
    [Fact]
    public void Run_OneCommandWithoutAStore_WritesATable()
    {
        using TemporaryFolder folder = new();
        Archive.Create(folder["archive"], 20);
        Archive.Poison(folder["archive"]);

        ProcessResult result = ClusterSample.Run(folder.Path, ["run", "archive", "--output", "results.csv", "--batch", "4", "--parallel", "2", .. Ports()]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Done: 23 of 23 files, 3 failed", result.StandardOutput, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(folder["results.csv"]);
        Assert.Equal("position,file,label,confidence,seconds,error,neutral,happy,sad,angry,fearful,disgust,surprised", lines[0]);
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, float>?> expected = Archive.Answers(folder["archive"]);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), lines.Skip(1).Select(line => line.Split(',')[1]));
        Assert.All(lines.Skip(1).Where(line => line.Split(',')[5].Length == 0), line => Assert.Equal(
            expected[line.Split(',')[1]]!.Values, line.Split(',')[6..].Select(number => float.Parse(number, CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("results.txt", "expected a file that ends in .jsonl or .csv")]
    [InlineData("none/results.csv", "create it first")]
    [InlineData("table:results", "--postgres")]
    public void Run_OutputThatCannotBe_IsRefusedBeforeAnyWork(string output, string expected)
    {
        using TemporaryFolder folder = new();
        Archive.Create(folder["archive"], 1);

        ProcessResult result = ClusterSample.Run(folder.Path, ["run", "archive", "--output", output, .. Ports()]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    private static string[] Ports() =>
        ["--silo-port", FreePort.Next().ToString(CultureInfo.InvariantCulture), "--gateway-port", FreePort.Next().ToString(CultureInfo.InvariantCulture)];
}
