namespace EmoHRNet.Tests.Network;

/// <summary>The page docs/network.md, whose diagrams and tables are generated, each between two comments with its preset's name.</summary>
internal static class NetworkPage
{
    /// <summary>The variable that, set to 1, makes the tests write the generated parts instead of comparing them.</summary>
    private const string UpdateVariable = "EMOHRNET_UPDATE_DOCS";

    private static readonly Lock Gate = new();

    private static string PagePath { get; } = PathOf("network.md");

    public static string Section(string name, string generated)
    {
        lock (Gate)
        {
            string page = File.ReadAllText(PagePath).ReplaceLineEndings("\n");
            (int start, int end) = Find(page, name);
            if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            {
                page = page[..start] + generated + page[end..];
                File.WriteAllText(PagePath, page);
                end = start + generated.Length;
            }

            return page[start..end];
        }
    }

    /// <summary>The path of a page in docs.</summary>
    public static string PathOf(string page)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EmoHRNet.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", page);
    }

    private static (int Start, int End) Find(string page, string name)
    {
        string opening = $"<!-- generated: {name} -->\n";
        int start = page.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        return (start, page.IndexOf("<!-- end -->", start, StringComparison.Ordinal));
    }
}
