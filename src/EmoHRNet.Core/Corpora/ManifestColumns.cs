namespace EmoHRNet.Corpora;

/// <summary>Finds the columns of a manifest and reads utterances from its rows.</summary>
internal sealed class ManifestColumns(Table table, ManifestOptions options, string folder)
{
    private readonly int _path = table.RequiredColumn(options.PathColumn);
    private readonly int _emotion = table.RequiredColumn(options.EmotionColumn);
    private readonly int _speaker = table.Column(options.SpeakerColumn);
    private readonly int _session = table.Column(options.SessionColumn);

    /// <summary>The path of a row's clip as written in the table.</summary>
    public string Written(TableRow row) => row.Required(_path);

    public Utterance Utterance(TableRow row)
    {
        bool windows = OperatingSystem.IsWindows();
        string written = Written(row);
        string speaker = _speaker < 0 ? FolderCorpus.UnknownSpeaker : row.Required(_speaker);
        return new Utterance(
            $"{options.Name}/{TablePath.Identify(written, folder, windows)}", TablePath.Resolve(written, folder, windows), row.Required(_emotion),
            $"{options.Name}-{speaker}")
        {
            Corpus = options.Name,
            Session = _session < 0 || row[_session] is not { Length: > 0 } session ? null : session,
            Metadata = row.Others(_path, _emotion, _speaker, _session),
        };
    }
}
