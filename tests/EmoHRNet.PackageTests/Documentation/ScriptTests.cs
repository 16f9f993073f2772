using System.ComponentModel;
using System.Diagnostics;

namespace EmoHRNet.PackageTests.Documentation;

/// <summary>Scripts and manifests that the pages show, and those beside the samples, are read by the programs they are for, without being run.</summary>
public class ScriptTests
{
    private const string LoadYaml = "import sys, yaml; documents = list(yaml.safe_load_all(sys.stdin)); sys.exit(not documents or None in documents)";

    private static readonly string[] YamlFiles =
    [
        "samples/Cluster/compose.yaml", "CITATION.cff", ".github/ISSUE_TEMPLATE/bug.yml", ".github/ISSUE_TEMPLATE/question.yml",
        ".github/ISSUE_TEMPLATE/wrong-prediction.yml",
    ];

    public static TheoryData<string> Pages => [.. MarkdownFiles.All.Where(page => MarkdownFiles.Snippets(page, "bash").Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_ShellBlocks_AreReadByBash(string page)
    {
        foreach (MarkdownSnippet snippet in MarkdownFiles.Snippets(page, "bash"))
        {
            string? problem = Run("bash", ["-n"], snippet.Code);
            Assert.True(problem is "", $"{snippet.Page}, block at line {snippet.Line}: {problem}");
        }
    }

    [Fact]
    public void YamlBlocksAndFiles_AreReadByAYamlReader()
    {
        Assert.SkipWhen(Run("python3", ["-c", "import yaml"], "") is not "", "python3 with its yaml module is not installed.");
        (string Name, string Text)[] all =
        [
            .. MarkdownFiles.All.SelectMany(page => MarkdownFiles.Snippets(page, "yaml")).Select(snippet => ($"{snippet.Page}, line {snippet.Line}", snippet.Code)),
            .. YamlFiles.Select(file => (file, File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, file)))),
        ];
        Assert.True(all.Length > YamlFiles.Length);
        Assert.All(all, each => Assert.Equal("", Run("python3", ["-c", LoadYaml], each.Text)));
    }

    /// <returns>What the program complained about, nothing where it did not; the test skips where there is no such program.</returns>
    private static string? Run(string program, string[] arguments, string input)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : $"exit code {process.ExitCode} {output.Result}{errors.Result}";
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed.");
            return null;
        }
        catch (IOException) // It ended before it had read everything.
        {
            return "it ended early";
        }
    }
}
