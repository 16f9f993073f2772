using System.Text.RegularExpressions;

namespace EmoHRNet.PackageTests.Documentation;

/// <summary>What the pages say can be done: the code compiles against the packages, links and commands lead somewhere.</summary>
public partial class DocumentationTests(SnippetCompiler compiler) : IClassFixture<SnippetCompiler>
{
    public static TheoryData<string> Pages => [.. MarkdownFiles.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_CSharpBlocks_CompileAgainstThePackages(string page)
    {
        string[] problems = [.. MarkdownFiles.Snippets(page, "csharp")
            .SelectMany(snippet => compiler.Problems(snippet.Code).Select(problem => $"{snippet.Page}, block at line {snippet.Line}: {problem}"))];

        Assert.True(problems.Length == 0, string.Join(Environment.NewLine, problems));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_RelativeLinks_LeadToFiles(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(BuildFacts.RepositoryRoot, page))!;
        Assert.All(MarkdownFiles.RelativeLinks(page), link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{page} links to {link}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_ProjectsInCommands_Exist(string page) =>
        Assert.All(
            ProjectArgument().Matches(File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, page))).Select(m => m.Groups["path"].Value),
            path => Assert.True(Path.Exists(Path.Combine(BuildFacts.RepositoryRoot, path)), $"{page} runs {path}"));

    [Theory]
    [InlineData("EmoHRNet")]
    [InlineData("EmoHRNet.Audio")]
    public void ArchitecturePage_Rooms_AreTheFoldersOfTheProject(string project)
    {
        string page = File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "docs", "architecture.md"));
        string rooms = page[page.IndexOf($"**{project}**: ", StringComparison.Ordinal)..].Split("\n**")[0].Split("| --- | --- |")[1];
        string source = Path.Combine(BuildFacts.RepositoryRoot, "src", project);

        Assert.Equal(
            Directory.GetDirectories(source).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj", "buildTransitive"]).Order(),
            RoomRow().Matches(rooms).Select(row => row.Groups["name"].Value).Order());
    }

    [GeneratedRegex(@"^\| (?<name>[A-Z]\w+) \|", RegexOptions.Multiline)]
    private static partial Regex RoomRow();

    [GeneratedRegex(@"--project (?<path>[\w./-]+)|dotnet test (?<path>tests/[\w./-]+)")]
    private static partial Regex ProjectArgument();
}
