namespace EmoHRNet.Core.Tests.Structure;

public sealed class SourceFoldersTests
{
    /// <summary>A line can be followed downwards only: no folder of a project uses, by whatever way, one that uses it.</summary>
    [Fact]
    public void Folders_OfEveryProject_HaveNoCircle()
    {
        IReadOnlyList<(string From, string To, string Example)> uses = SourceFolders.Repository;
        Assert.True(uses.Count > 20, $"Found only {uses.Count} uses between folders; the sources were not read.");
        string[] circles = [.. Circles(uses).Select(use => $"{use.From} -> {use.To} ({use.Example})").Order(StringComparer.Ordinal)];
        Assert.True(circles.Length == 0, "Folders use each other in a circle:\n" + string.Join('\n', circles));
    }

    /// <summary>What is left when folders that only use, or are only used, have been taken away one by one.</summary>
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
