namespace EmoHRNet.Corpora;

/// <summary>The corpora this library reads, by the name used on command lines.</summary>
public static class CorpusCatalog
{
    private static readonly OrderedDictionary<string, Func<string, CorpusLoadOptions?, Corpus>> Loaders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ravdess"] = (folder, options) => RavdessCorpus.Load(folder, options),
        ["ravdess-song"] = (folder, options) => RavdessCorpus.Load(folder, options, RavdessChannel.Song),
        ["ravdess-all"] = (folder, options) => RavdessCorpus.Load(folder, options, RavdessChannel.SpeechAndSong),
        ["emovo"] = EmovoCorpus.Load,
        ["iemocap"] = (folder, options) => IemocapCorpus.Load(folder, options),
        ["iemocap-5"] = (folder, options) => IemocapCorpus.Load(folder, options, IemocapLabels.FiveClass),
        ["iemocap-6"] = (folder, options) => IemocapCorpus.Load(folder, options, IemocapLabels.SixClass),
        ["emodb"] = EmoDbCorpus.Load,
        ["tess"] = TessCorpus.Load,
        ["cremad"] = CremaDCorpus.Load,
        ["savee"] = SaveeCorpus.Load,
        ["folder"] = (folder, options) => FolderCorpus.Load(folder, null, options),
        ["csv"] = (path, options) => ManifestCorpus.Load(path, null, options),
    };

    /// <summary>The names, in a fixed order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Loaders.Keys];

    /// <summary>Reads a corpus by name.</summary>
    /// <param name="name">One of <see cref="Names"/>, in upper or lower case.</param>
    /// <param name="path">The corpus folder; for <c>csv</c> the manifest.</param>
    /// <param name="options">How strictly to read.</param>
    /// <exception cref="ArgumentException">There is no corpus of that name.</exception>
    /// <exception cref="CorpusException">The corpus does not look right.</exception>
    public static Corpus Load(string name, string path, CorpusLoadOptions? options = null) =>
        Loaders.TryGetValue(name, out Func<string, CorpusLoadOptions?, Corpus>? load)
            ? load(path, options)
            : throw new ArgumentException($"There is no corpus called '{name}'; expected one of {string.Join(", ", Names)}.", nameof(name));
}
