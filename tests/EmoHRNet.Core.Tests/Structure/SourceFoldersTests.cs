namespace EmoHRNet.Core.Tests.Structure;

public sealed class SourceFoldersTests
{
    /// <summary>The folders of a project have no circular dependencies, direct or indirect.</summary>
    [Fact]
    public void Folders_OfEveryProject_HaveNoCircle()
    {
        IReadOnlyList<(string From, string To, string Example)> uses = SourceFolders.Repository;
        Assert.True(uses.Count > 20, $"Found only {uses.Count} uses between folders; the sources were not read.");
        string[] circles = [.. Circles(uses).Select(use => $"{use.From} -> {use.To} ({use.Example})").Order(StringComparer.Ordinal)];
        Assert.True(circles.Length == 0, "Folders use each other in a circle:\n" + string.Join('\n', circles));
    }

    /// <summary>The uses that remain after repeatedly removing folders that only use others or are only used.</summary>
    private static List<(string From, string To, string Example)> Circles(IReadOnlyList<(string From, string To, string Example)> uses)
    {
        List<(string From, string To, string Example)> left = [.. uses];
        for (int before = -1; before != left.Count;)
        {
            before = left.Count;
            HashSet<string> users = [.. left.Select(use => use.From)];
            HashSet<string> used = [.. left.Select(use => use.To)];
            left.RemoveAll(use => !users.Contains(use.To) || !used.Contains(use.From));
        }

        return left;
    }
}
