namespace EmoHRNet.Corpora;

/// <summary>What is known of a corpus before any file is read: its labels, license and how to cite it.</summary>
/// <param name="Name">A short name in lower case, used in identifiers and on command lines.</param>
/// <param name="Title">The full name.</param>
/// <param name="Labels">The emotions in published order; an index into this list is the class number.</param>
public sealed record CorpusInfo(string Name, string Title, IReadOnlyList<string> Labels)
{
    /// <summary>The publication to cite; empty when unknown.</summary>
    public string Citation { get; init; } = "";

    /// <summary>The license of the recordings; what is trained on them inherits its limits.</summary>
    public string License { get; init; } = "";

    /// <summary>Where the corpus is published or asked for.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many clips the published corpus holds; null when nothing is published (a folder of one's own).</summary>
    public PublishedCounts? Published { get; init; }
}
