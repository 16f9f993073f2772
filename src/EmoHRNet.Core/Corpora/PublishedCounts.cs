namespace EmoHRNet.Corpora;

/// <summary>The number of clips of a corpus as published, so that an incomplete download is noticed.</summary>
/// <param name="Total">All clips.</param>
/// <param name="ByLabel">Clips of each label.</param>
/// <param name="BySpeaker">Clips of each speaker; empty where not published.</param>
public sealed record PublishedCounts(
    int Total, IReadOnlyDictionary<string, int> ByLabel, IReadOnlyDictionary<string, int> BySpeaker)
{
    /// <summary>Counts the clips of a known list.</summary>
    internal static PublishedCounts Count<T>(IEnumerable<T> clips, Func<T, string> label, Func<T, string> speaker)
    {
        T[] all = [.. clips];
        return new PublishedCounts(
            all.Length,
            all.GroupBy(label).ToDictionary(group => group.Key, group => group.Count()),
            all.GroupBy(speaker).ToDictionary(group => group.Key, group => group.Count()));
    }
}
