using System.Text.RegularExpressions;

namespace EmoHRNet.PackageTests.Documentation;

/// <summary>Every page a reader may meet: the front page, docs, and the readmes of packages and samples.</summary>
internal static partial class MarkdownFiles
{
    /// <summary>Paths relative to the repository.</summary>
    public static IEnumerable<string> All { get; } = Find();

    /// <summary>
    /// The blocks of that language in a page. A block whose fence says <c>continued</c> stands on the one before it and is returned
    /// together with it.
    /// </summary>
    public static IEnumerable<MarkdownSnippet> Snippets(string page, string language)
    {
        string text = File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, page)).ReplaceLineEndings("\n");
        string before = "";
        foreach (Match block in Fence().Matches(text).Where(m => m.Groups["language"].Value == language))
        {
            string code = block.Groups["code"].Value;
            before = block.Groups["rest"].Value.Contains("continued", StringComparison.Ordinal) ? before + code : code;
            yield return new MarkdownSnippet(page, text.AsSpan(0, block.Index).Count('\n') + 1, before, block.Groups["rest"].Value.Contains("runs", StringComparison.Ordinal));
        }
    }

    /// <summary>Targets of relative links, without their fragments.</summary>
    public static IEnumerable<string> RelativeLinks(string page) =>
        Link().Matches(Fence().Replace(File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, page)).ReplaceLineEndings("\n"), ""))
            .Select(m => m.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    private static List<string> Find()
    {
        string root = BuildFacts.RepositoryRoot;
        IEnumerable<string> top = Directory.GetFiles(root, "*.md");
        IEnumerable<string> below = new[] { "docs", "src", "samples" }.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories));
        return [.. top.Concat(below).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/node_modules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^[ ]*```(?<language>[a-z]+)(?<rest>[^\n]*)\n(?<code>.*?)^[ ]*```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
