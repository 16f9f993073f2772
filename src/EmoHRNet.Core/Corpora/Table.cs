using System.Text;

namespace EmoHRNet.Corpora;

/// <summary>A table of clips in CSV form: a header line, then a line per clip.</summary>
internal sealed class Table
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Table(string path, IReadOnlyList<string> header)
    {
        (Path, Header) = (path, header);
        if (header.Where(name => name.Length > 0).CountBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(count => count.Value > 1) is { Key: { } twice })
        {
            throw new CorpusException($"The table '{path}' has two columns called '{twice}'; rename one.");
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The names of the columns; empty for a column without a name.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The lines after the header that are not blank.</summary>
    public IReadOnlyList<TableRow> Rows { get; private set; } = [];

    /// <exception cref="CorpusException">The file cannot be read, is not UTF-8, is malformed, or has no line after its header.</exception>
    public static Table Read(string path, char separator)
    {
        (int Line, IReadOnlyList<string> Fields)[] records = Records(path, separator);
        if (records.Length < 2)
        {
            throw new CorpusException($"The table '{path}' has {records.Length} lines; expected a header line and a line per clip.");
        }

        Table table = new(path, [.. records[0].Fields.Select(name => name.Trim())]);
        table.Rows = [.. records.Skip(1).Select(record => new TableRow(table, record.Line, record.Fields))];
        return table;
    }

    /// <summary>The index of a column, ignoring case; -1 when there is none.</summary>
    public int Column(string name)
    {
        for (int i = 0; i < Header.Count; i++)
        {
            if (Header[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <exception cref="CorpusException">There is no such column.</exception>
    public int RequiredColumn(string name) => Column(name) is >= 0 and int index
        ? index
        : throw new CorpusException(
            $"The table '{Path}' has no column '{name}'; its columns are {string.Join(", ", Header.Where(each => each.Length > 0))}. "
            + "Name the column in the options, or check the separator.");

    private static (int Line, IReadOnlyList<string> Fields)[] Records(string path, char separator)
    {
        try
        {
            // Spreadsheets write empty rows as lines of separators.
            return [.. CsvText.Read(Text(path), separator).Where(record => record.Fields.Any(field => !string.IsNullOrWhiteSpace(field)))];
        }
        catch (FormatException exception)
        {
            throw new CorpusException($"The table '{path}' is malformed, {exception.Message}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"The table '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static string Text(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            using StreamReader reader = new(new MemoryStream(bytes), Encoding.Unicode, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }

        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            int line = 1 + bytes.AsSpan(0, Math.Clamp(exception.Index, 0, bytes.Length)).Count((byte)'\n');
            string found = Convert.ToHexString(exception.BytesUnknown ?? []);
            throw new CorpusException(
                $"The table '{path}' is not UTF-8: line {line} has the bytes {found}. It was probably saved as Windows-1252 or another encoding of one "
                + "region; save it as UTF-8 (in a spreadsheet: CSV UTF-8).",
                exception);
        }
    }
}
