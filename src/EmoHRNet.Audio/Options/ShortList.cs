namespace EmoHRNet.Audio.Options;

/// <summary>Shortens a list for a message: its first entries, and how many more there are.</summary>
public static class ShortList
{
    private const int ShownAtMost = 5;

    /// <summary>Joins the first entries: <c>a, b, c, d, e and 7 more</c>.</summary>
    /// <param name="entries">The entries, in the order they are shown.</param>
    /// <param name="separator">The text between two entries.</param>
    public static string Of(IEnumerable<string> entries, string separator = ", ")
    {
        string[] all = [.. entries];
        string more = all.Length > ShownAtMost ? $" and {all.Length - ShownAtMost} more" : "";
        return string.Join(separator, all.Take(ShownAtMost)) + more;
    }
}
