namespace EmoHRNet.Corpora;

/// <summary>The corpora this library reads, by the name used on command lines.</summary>
public static class CorpusCatalog
{
    private static readonly OrderedDictionary<string, Func<Request, Corpus>> Loaders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ravdess"] = request => RavdessCorpus.Load(request.Path, request.Options),
        ["ravdess-song"] = request => RavdessCorpus.Load(request.Path, request.Options, RavdessChannel.Song),
        ["ravdess-all"] = request => RavdessCorpus.Load(request.Path, request.Options, RavdessChannel.SpeechAndSong),
        ["emovo"] = request => EmovoCorpus.Load(request.Path, request.Options),
        ["iemocap"] = request => IemocapCorpus.Load(request.Path, request.Options),
        ["iemocap-5"] = request => IemocapCorpus.Load(request.Path, request.Options, IemocapLabels.FiveClass),
        ["iemocap-6"] = request => IemocapCorpus.Load(request.Path, request.Options, IemocapLabels.SixClass),
        ["emodb"] = request => EmoDbCorpus.Load(request.Path, request.Options),
        ["tess"] = request => TessCorpus.Load(request.Path, request.Options),
        ["cremad"] = request => CremaDCorpus.Load(request.Path, request.Options),
        ["savee"] = request => SaveeCorpus.Load(request.Path, request.Options),
        ["folder"] = request => FolderCorpus.Load(request.Path, request.Folder, request.Options),
        ["csv"] = request => ManifestCorpus.Load(request.Path, request.Manifest, request.Options),
    };

    private sealed record Request(string Path, CorpusLoadOptions? Options, ManifestOptions? Manifest, FolderCorpusOptions? Folder);

    /// <summary>The names, in a fixed order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Loaders.Keys];

    /// <summary>Reads a corpus by name.</summary>
    /// <param name="name">One of <see cref="Names"/>, in upper or lower case.</param>
    /// <param name="path">The corpus folder; for <c>csv</c> the manifest.</param>
    /// <param name="options">How strictly to read.</param>
    /// <param name="manifest">Columns and separator of a <c>csv</c> manifest; others ignore it. Null for the defaults.</param>
    /// <param name="folder">Names and speakers of a <c>folder</c> corpus; others ignore it. Null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no corpus of that name, or the options are out of range.</exception>
    /// <exception cref="CorpusException">The corpus does not look right.</exception>
    public static Corpus Load(
        string name, string path, CorpusLoadOptions? options = null, ManifestOptions? manifest = null, FolderCorpusOptions? folder = null) =>
        Loaders.TryGetValue(name, out Func<Request, Corpus>? load)
            ? load(new Request(path, options, manifest, folder))
            : throw new ArgumentException($"There is no corpus called '{name}'; expected one of {string.Join(", ", Names)}.", nameof(name));
}
