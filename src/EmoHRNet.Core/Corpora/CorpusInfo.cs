namespace EmoHRNet.Corpora;

/// <summary>What is known about a corpus before any file is read: its labels, license and citation.</summary>
/// <param name="Name">A short name in lower case, used in identifiers and on command lines.</param>
/// <param name="Title">The full name.</param>
/// <param name="Labels">The emotions in published order; an index into this list is the class number.</param>
public sealed record CorpusInfo(string Name, string Title, IReadOnlyList<string> Labels)
{
    /// <summary>The publication to cite; empty when unknown.</summary>
    public string Citation { get; init; } = "";

    /// <summary>The license of the recordings; models trained on them inherit its restrictions.</summary>
    public string License { get; init; } = "";

    /// <summary>Where the corpus is published or can be requested.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many clips the published corpus has; null when there are no published counts (your own folder).</summary>
    public PublishedCounts? Published { get; init; }
}
