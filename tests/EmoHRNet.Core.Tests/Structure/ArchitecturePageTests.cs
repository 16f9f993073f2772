using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Structure;

/// <summary>The graphs in docs/architecture.md agree with the project files and the sources.</summary>
public partial class ArchitecturePageTests
{
    private static readonly string Source = RepositoryFolder.PathOf("src");
    private static readonly string Page = File.ReadAllText(RepositoryFolder.PathOf("docs", "architecture.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Projects_Arrows_AreTheReferencesOfTheProjectFiles()
    {
        string graph = Block("mermaid", "flowchart RL");
        Dictionary<string, string> names = Node().Matches(graph).ToDictionary(node => node.Groups["id"].Value, node => node.Groups["name"].Value);
        IEnumerable<string> arrows = Arrow().Matches(graph).Select(arrow => $"{names[arrow.Groups["from"].Value]} -> {names[arrow.Groups["to"].Value]}");

        Assert.Equal(Projects().SelectMany(project => References(project).Select(other => $"{project} -> {other}")).Order(), arrows.Order());
    }

    /// <summary>A failure shows the expected content of the page.</summary>
    [Fact]
    public void Folders_Lines_AreTheUsesInTheSources()
    {
        ILookup<string, string> uses = SourceFolders.Repository.ToLookup(use => use.From, use => use.To.Split('/')[1]);
        string expected = string.Concat(Projects().Select(project => project + "\n" + string.Concat(Folders(project).Select(folder =>
            $"  {folder}{(uses[$"{project}/{folder}"].Any() ? " -> " : "")}{string.Join(", ", uses[$"{project}/{folder}"].Order(StringComparer.Ordinal))}\n"))));

        string found = Block("text", "EmoHRNet");

        Assert.True(expected == found, "docs/architecture.md should say:\n" + expected);
    }

    private static IEnumerable<string> Projects() =>
        Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Source, project, project + ".csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    /// <summary>The folders of a project that contain sources.</summary>
    private static IEnumerable<string> Folders(string project) =>
        Directory.GetDirectories(Path.Combine(Source, project))
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj" or "buildTransitive"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static string Block(string language, string start) =>
        Fence().Matches(Page).Single(block => block.Groups["language"].Value == language && block.Groups["content"].Value.StartsWith(start, StringComparison.Ordinal))
            .Groups["content"].Value;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("""(?<id>\w+)\["(?<name>EmoHRNet[\w.]*)""")]
    private static partial Regex Node();

    [GeneratedRegex("""(?<from>\w+)(\["[^"]*"\])? --> (?<to>\w+)""")]
    private static partial Regex Arrow();
}
