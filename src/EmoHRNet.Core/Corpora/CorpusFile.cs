namespace EmoHRNet.Corpora;

/// <summary>An audio file of a corpus folder, with its name in the forms that loaders use.</summary>
/// <param name="Path">The file on this machine.</param>
/// <param name="Relative">The path inside the corpus folder, with forward slashes.</param>
public sealed record CorpusFile(string Path, string Relative)
{
    /// <summary>
    /// The name without folders and extension. Backslashes in names, which some unpackers leave, count as folder separators.
    /// </summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Segments[^1]);

    /// <summary>The folders and the file name.</summary>
    public IReadOnlyList<string> Segments => Relative.Split('/');

    /// <summary>The name of the folder the file lies in; empty at the top.</summary>
    public string ParentFolder => Segments.Count > 1 ? Segments[^2] : "";
}
