namespace EmoHRNet.Corpora;

/// <summary>A corpus described by a CSV file: one row per clip, columns for path, emotion and, where known, speaker and session.</summary>
public static class ManifestCorpus
{
    /// <summary>Reads a manifest; columns of other names become the utterances' metadata.</summary>
    /// <param name="path">The CSV file, UTF-8, with a header line.</param>
    /// <param name="manifest">Column names and separator; null for the defaults.</param>
    /// <param name="options">How strictly to read; by default a clip that does not exist is refused.</param>
    /// <exception cref="CorpusException">The file cannot be read or is malformed, a column is missing, or clips are missing or unreadable.</exception>
    public static Corpus Load(string path, ManifestOptions? manifest = null, CorpusLoadOptions? options = null)
    {
        manifest ??= new ManifestOptions();
        manifest.Validate();
        (int Line, IReadOnlyList<string> Fields)[] records = Records(path, manifest.Separator);
        if (records.Length < 2)
        {
            throw new CorpusException($"The manifest '{path}' has {records.Length} lines; expected a header line and a line per clip.");
        }

        ManifestColumns columns = ManifestColumns.Find(path, records[0].Fields, manifest);
        string folder = manifest.BaseFolder ?? Path.GetDirectoryName(Path.GetFullPath(path))!;
        Utterance[] utterances = [.. records.Skip(1).Select(record => columns.Utterance(record.Line, record.Fields, folder))];
        CheckNoClipTwice(path, utterances);
        string[] labels = manifest.Labels.Count > 0
            ? [.. manifest.Labels]
            : [.. utterances.Select(utterance => utterance.Emotion).Distinct().Order(StringComparer.Ordinal)];
        CorpusInfo info = new(manifest.Name, $"The corpus '{manifest.Name}'", labels) { License = manifest.License };
        return new CorpusReading(info, folder, options) { ExpectedLayout = "paths relative to that folder, or absolute" }.FromAnnotation(utterances);
    }

    private static void CheckNoClipTwice(string path, Utterance[] utterances)
    {
        string[] twice = [.. utterances.CountBy(utterance => utterance.Id).Where(count => count.Value > 1).Select(count => count.Key)];
        if (twice.Length > 0)
        {
            throw new CorpusException($"The manifest '{path}' names {twice.Length} clips more than once, '{twice[0]}' for one. Name each clip once.");
        }
    }

    private static (int Line, IReadOnlyList<string> Fields)[] Records(string path, char separator)
    {
        try
        {
            return [.. CsvText.Read(File.ReadAllText(path), separator)];
        }
        catch (FormatException exception)
        {
            throw new CorpusException($"The manifest '{path}' is malformed, {exception.Message}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"The manifest '{path}' cannot be read: {exception.Message}", exception);
        }
    }
}
