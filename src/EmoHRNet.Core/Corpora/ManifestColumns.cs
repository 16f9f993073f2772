namespace EmoHRNet.Corpora;

/// <summary>Where the columns of a manifest are, and what a row says.</summary>
internal sealed class ManifestColumns
{
    private readonly string _manifestPath;
    private readonly IReadOnlyList<string> _header;
    private readonly ManifestOptions _options;
    private readonly int _path;
    private readonly int _emotion;
    private readonly int _speaker;
    private readonly int _session;

    private ManifestColumns(string manifestPath, IReadOnlyList<string> header, ManifestOptions options)
    {
        _manifestPath = manifestPath;
        _header = header;
        _options = options;
        _path = Required(options.PathColumn);
        _emotion = Required(options.EmotionColumn);
        _speaker = Index(options.SpeakerColumn);
        _session = Index(options.SessionColumn);
    }

    public static ManifestColumns Find(string manifestPath, IReadOnlyList<string> header, ManifestOptions options) =>
        new(manifestPath, [.. header.Select(name => name.Trim())], options);

    public Utterance Utterance(int line, IReadOnlyList<string> fields, string folder)
    {
        if (fields.Count != _header.Count)
        {
            throw new CorpusException($"The manifest '{_manifestPath}' is malformed, line {line}: {fields.Count} fields where the header has {_header.Count}.");
        }

        string relative = NotEmpty(line, fields, _path).Replace('\\', '/');
        string speaker = _speaker < 0 ? FolderCorpus.UnknownSpeaker : NotEmpty(line, fields, _speaker);
        return new Utterance(
            $"{_options.Name}/{relative}", Path.Combine(folder, relative), NotEmpty(line, fields, _emotion), $"{_options.Name}-{speaker}")
        {
            Corpus = _options.Name,
            Session = _session < 0 || fields[_session].Trim() is not { Length: > 0 } session ? null : session,
            Metadata = Enumerable.Range(0, _header.Count)
                .Where(column => column != _path && column != _emotion && column != _speaker && column != _session)
                .ToDictionary(column => _header[column], column => fields[column].Trim()),
        };
    }

    private string NotEmpty(int line, IReadOnlyList<string> fields, int column) =>
        fields[column].Trim() is { Length: > 0 } value
            ? value
            : throw new CorpusException($"The manifest '{_manifestPath}' has no {_header[column]} in line {line}.");

    private int Required(string name)
    {
        int index = Index(name);
        return index >= 0
            ? index
            : throw new CorpusException(
                $"The manifest '{_manifestPath}' has no column '{name}'; its columns are {string.Join(", ", _header)}. "
                + "Name the column in the options, or check the separator.");
    }

    private int Index(string name)
    {
        for (int i = 0; i < _header.Count; i++)
        {
            if (_header[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
