using System.Globalization;

namespace EmoHRNet.Tool.Reports;

/// <summary>A CSV table with a line of values per recording.</summary>
/// <remarks>The file is renamed to its final name when it is complete, so an existing one survives a run that fails or finds nothing.</remarks>
internal sealed class FeatureTable : IDisposable
{
    private readonly TextWriter _writer;
    private readonly string? _path;
    private readonly IReadOnlyList<string> _names;
    private bool _hasLines;

    /// <param name="path">The file; null for the standard output.</param>
    /// <param name="names">The names of the values, for the header.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public FeatureTable(string? path, IReadOnlyList<string> names) =>
        (_writer, _path, _names) = (path is null ? Console.Out : new StreamWriter(Unfinished(path)), path, names);

    public void Add(string file, IReadOnlyList<float> values)
    {
        if (!_hasLines)
        {
            _writer.WriteLine($"file,{string.Join(',', _names)}");
            _hasLines = true;
        }

        _writer.WriteLine($"{Quoted(file)},{string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}");
    }

    /// <summary>Renames the file to its final name, if it has a line.</summary>
    public void Complete()
    {
        _writer.Flush();
        if (_path is not null && _hasLines)
        {
            _writer.Dispose();
            File.Move(Unfinished(_path), _path, overwrite: true);
        }
    }

    public void Dispose()
    {
        if (_path is not null)
        {
            _writer.Dispose();
            File.Delete(Unfinished(_path));
        }
    }

    private static string Unfinished(string path) => path + ".unfinished";

    /// <summary>A field in the format of RFC 4180.</summary>
    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
