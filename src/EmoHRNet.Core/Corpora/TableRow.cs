using System.Globalization;

namespace EmoHRNet.Corpora;

/// <summary>A line of a table. Numbers are digits only, independent of culture.</summary>
internal sealed class TableRow
{
    private readonly Table _table;
    private readonly IReadOnlyList<string> _fields;

    /// <exception cref="CorpusException">
    /// The line has more or fewer fields than the header, or a value in a column without a name.
    /// </exception>
    public TableRow(Table table, int line, IReadOnlyList<string> fields)
    {
        (_table, Line, _fields) = (table, line, fields);
        int named = table.Header.Count;
        while (named > 0 && table.Header[named - 1].Length == 0)
        {
            named--;
        }

        if (fields.Count < named || fields.Skip(table.Header.Count).Any(field => !string.IsNullOrWhiteSpace(field)))
        {
            throw new CorpusException($"The table '{table.Path}' is malformed, line {line}: {fields.Count} fields where the header has {table.Header.Count}.");
        }

        if (Enumerable.Range(0, Math.Min(fields.Count, table.Header.Count)).FirstOrDefault(i => table.Header[i].Length == 0 && this[i].Length > 0, -1) is >= 0 and int unnamed)
        {
            throw new CorpusException($"The table '{table.Path}' has the value '{this[unnamed]}' in line {line}, in a column without a name. Name the column in the header.");
        }
    }

    /// <summary>The number of the line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The value in a column, without the spaces around it.</summary>
    public string this[int column] => column < _fields.Count ? _fields[column].Trim() : "";

    /// <exception cref="CorpusException">The field is empty.</exception>
    public string Required(int column) => this[column] is { Length: > 0 } value
        ? value
        : throw new CorpusException($"The table '{_table.Path}' has no {_table.Header[column]} in line {Line}.");

    /// <exception cref="CorpusException">There is no such column, or the field is empty.</exception>
    public string Required(string name) => Required(_table.RequiredColumn(name));

    /// <summary>The value in a column; empty when there is no such column.</summary>
    public string Optional(string name) => _table.Column(name) is >= 0 and int column ? this[column] : "";

    /// <exception cref="CorpusException">There is no such column, or the field is not a whole number.</exception>
    public int Integer(string name) => int.TryParse(Required(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new CorpusException($"The table '{_table.Path}' has '{Required(name)}' for {name} in line {Line}; expected a whole number, digits alone.");

    /// <summary>The values of the columns that have a name and are not among those given, by name.</summary>
    public Dictionary<string, string> Others(params IReadOnlyCollection<int> columns) => Enumerable.Range(0, _table.Header.Count)
        .Where(column => _table.Header[column].Length > 0 && !columns.Contains(column))
        .ToDictionary(column => _table.Header[column], column => this[column]);
}
