namespace EmoHRNet.Corpora;

/// <summary>A corpus described by a CSV file: one row per clip, columns for path, emotion and, where known, speaker and session.</summary>
public static class ManifestCorpus
{
    /// <summary>Reads a manifest; other columns become metadata of the utterances.</summary>
    /// <param name="path">
    /// The CSV file, UTF-8, or UTF-16 with a byte order mark, with a header line. Columns without a name must be empty.
    /// </param>
    /// <param name="manifest">Column names and separator; null for the defaults.</param>
    /// <param name="options">How strictly to read; by default a missing clip is an error.</param>
    /// <exception cref="CorpusException">The file cannot be read or is malformed, a column is missing, or clips are missing or unreadable.</exception>
    public static Corpus Load(string path, ManifestOptions? manifest = null, CorpusLoadOptions? options = null)
    {
        manifest ??= new ManifestOptions();
        manifest.Validate();
        Table table = Table.Read(path, manifest.Separator);
        string folder = manifest.BaseFolder ?? Path.GetDirectoryName(Path.GetFullPath(path))!;
        ManifestColumns columns = new(table, manifest, folder);
        Utterance[] utterances = [.. table.Rows.Select(columns.Utterance)];
        CheckNoClipTwice(path, utterances);
        if (!OperatingSystem.IsWindows() && !(options?.AllowIncomplete ?? false))
        {
            CheckNoPathOfWindows(table, columns);
        }

        string[] labels = manifest.Labels.Count > 0
            ? [.. manifest.Labels]
            : [.. utterances.Select(utterance => utterance.Emotion).Distinct().Order(StringComparer.Ordinal)];
        CorpusInfo info = new(manifest.Name, $"The corpus '{manifest.Name}'", labels) { License = manifest.License };
        return new CorpusReader(info, folder, options) { ExpectedLayout = "paths relative to that folder, or absolute" }.FromAnnotation(utterances);
    }

    private static void CheckNoClipTwice(string path, Utterance[] utterances)
    {
        string[] twice = [.. utterances.CountBy(utterance => utterance.Id).Where(count => count.Value > 1).Select(count => count.Key)];
        if (twice.Length > 0)
        {
            throw new CorpusException($"The table '{path}' names {twice.Length} clips more than once, '{twice[0]}' for one. Name each clip once.");
        }
    }

    private static void CheckNoPathOfWindows(Table table, ManifestColumns columns)
    {
        string[] foreign = [.. table.Rows.Select(columns.Written).Where(TablePath.IsOfWindows)];
        if (foreign.Length > 0)
        {
            throw new CorpusException(
                $"The table '{table.Path}' has {foreign.Length} paths of Windows drives or shares, '{foreign[0]}' for one, which this machine does not have. "
                + "Write paths relative to the table, or to a base folder.");
        }
    }
}
