namespace EmoHRNet.Corpora;

/// <summary>The parameters of a loader: where a corpus is and how to read it.</summary>
/// <param name="Path">The corpus folder; for <c>csv</c> the table.</param>
public sealed record CorpusRequest(string Path)
{
    /// <summary>How strictly to read. Default null: only complete corpora are accepted.</summary>
    public CorpusLoadOptions? Options { get; init; }

    /// <summary>Columns and separator of a <c>csv</c> table; others ignore it. Default null.</summary>
    public ManifestOptions? Manifest { get; init; }

    /// <summary>Names and speakers of a <c>folder</c> corpus; others ignore it. Default null.</summary>
    public FolderCorpusOptions? Folder { get; init; }

    /// <summary>
    /// EmoBox's folder of lists for an <c>emobox</c> corpus; others ignore it. Default null: the lists are in the corpus folder.
    /// </summary>
    public string? EmoBoxLists { get; init; }
}
