namespace EmoHRNet.Corpora;

/// <summary>Loaders of corpora by name, as used on command lines. Immutable; an application adds its own with <see cref="With"/>.</summary>
/// <example>
/// <code>
/// CorpusCatalog catalog = CorpusCatalog.Known.With("calls", request => CallsCorpus.Load(request.Path, request.Options));
/// Corpus corpus = catalog.Load("calls", new CorpusRequest("/data/calls"));
/// </code>
/// </example>
public sealed class CorpusCatalog
{
    private readonly OrderedDictionary<string, Func<CorpusRequest, Corpus>> _loaders;

    private CorpusCatalog(OrderedDictionary<string, Func<CorpusRequest, Corpus>> loaders) => (_loaders, Names) = (loaders, [.. loaders.Keys]);

    /// <summary>The corpora this library reads.</summary>
    public static CorpusCatalog Known { get; } = new(new OrderedDictionary<string, Func<CorpusRequest, Corpus>>(StringComparer.OrdinalIgnoreCase)
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
        ["nemo"] = request => NemoCorpus.Load(request.Path, request.Options),
        ["indian"] = request => IndianEmoSpeechCorpus.Load(request.Path, request.Options),
        ["urdu"] = request => UrduCorpus.Load(request.Path, request.Options),
        ["turevdb"] = request => TurEvDbCorpus.Load(request.Path, request.Options),
        ["ased"] = request => AsedCorpus.Load(request.Path, request.Options),
        ["shemo"] = request => ShemoCorpus.Load(request.Path, request.Options),
        ["subesco"] = request => SubescoCorpus.Load(request.Path, request.Options),
        ["esd"] = request => EsdCorpus.Load(request.Path, request.Options),
        ["meld"] = request => MeldCorpus.Load(request.Path, request.Options),
        ["jlcorpus"] = request => JlCorpus.Load(request.Path, request.Options),
        ["cafe"] = request => CafeCorpus.Load(request.Path, request.Options),
        ["emobox"] = request => EmoBoxCorpus.Load(request.EmoBoxLists ?? request.Path, request.Path, request.Options),
        ["folder"] = request => FolderCorpus.Load(request.Path, request.Folder, request.Options),
        ["csv"] = request => ManifestCorpus.Load(request.Path, request.Manifest, request.Options),
    });

    /// <summary>The names, in a fixed order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>This catalog with one more corpus.</summary>
    /// <param name="name">A name that is not in the catalog yet, ignoring case.</param>
    /// <param name="load">
    /// Reads the corpus; a <see cref="CorpusReader"/> does the same checks as the built-in corpora. Called from any thread.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public CorpusCatalog With(string name, Func<CorpusRequest, Corpus> load)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(load);
        OrderedDictionary<string, Func<CorpusRequest, Corpus>> loaders = new(_loaders, StringComparer.OrdinalIgnoreCase);
        return loaders.TryAdd(name, load)
            ? new CorpusCatalog(loaders)
            : throw new ArgumentException($"The catalog has a corpus called '{name}' already; choose another name.", nameof(name));
    }

    /// <summary>Reads a corpus by name.</summary>
    /// <param name="name">One of <see cref="Names"/>, ignoring case.</param>
    /// <param name="request">Where it is and how to read it.</param>
    /// <exception cref="ArgumentException">There is no corpus of that name, or the options are out of range.</exception>
    /// <exception cref="CorpusException">The corpus is missing, incomplete or unreadable.</exception>
    public Corpus Load(string name, CorpusRequest request) => _loaders.TryGetValue(name, out Func<CorpusRequest, Corpus>? load)
        ? load(request)
        : throw new ArgumentException($"There is no corpus called '{name}'; expected one of {string.Join(", ", Names)}.", nameof(name));

    /// <inheritdoc cref="Load(string, CorpusRequest)" path="/*[not(self::param)]"/>
    /// <param name="name">One of <see cref="Names"/>, ignoring case.</param>
    /// <param name="path">The corpus folder; for <c>csv</c> the table.</param>
    /// <param name="options">How strictly to read; null to accept only complete corpora.</param>
    public Corpus Load(string name, string path, CorpusLoadOptions? options = null) => Load(name, new CorpusRequest(path) { Options = options });
}
