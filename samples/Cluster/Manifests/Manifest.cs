using Microsoft.VisualBasic.FileIO;

namespace EmoHRNet.Samples.Cluster.Manifests;

/// <summary>The recordings of a job: a folder, a table, or a list.</summary>
internal abstract class Manifest
{
    private static readonly string[] Extensions =
        [".wav", ".wave", ".aif", ".aiff", ".aifc", ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".wma", ".webm", ".mka"];

    /// <exception cref="FileNotFoundException">There is no such folder or file.</exception>
    public static Manifest Open(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return new Folder(full);
        }

        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"There is no folder or file '{path}' for the silos to read.");
        }

        return Path.GetExtension(full).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? new Table(full) : new Lines(full);
    }

    /// <summary>Absolute paths and http addresses, read lazily; relative paths are relative to the manifest.</summary>
    public abstract IEnumerable<string> Files();

    private static string Resolve(string name, string manifest) =>
        Uri.TryCreate(name, UriKind.Absolute, out Uri? uri) && !Path.IsPathRooted(name)
            ? uri.IsFile ? uri.LocalPath : uri.AbsoluteUri
            : Path.GetFullPath(name, Path.GetDirectoryName(manifest)!);

    /// <summary>Every recording below a folder, in the order of their names.</summary>
    private sealed class Folder(string path) : Manifest
    {
        public override IEnumerable<string> Files() =>
            Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true })
                .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal);
    }

    /// <summary>The column <c>path</c> of a table.</summary>
    private sealed class Table(string path) : Manifest
    {
        private const string Column = "path";

        public override IEnumerable<string> Files()
        {
            using TextFieldParser table = new(path) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true };
            int column = Array.IndexOf(table.ReadFields() ?? [], Column);
            if (column < 0)
            {
                throw new ArgumentException($"'{path}' has no column '{Column}' in its first line.");
            }

            while (table.ReadFields() is { } fields)
            {
                yield return column < fields.Length && fields[column].Length > 0
                    ? Resolve(fields[column], path)
                    : throw new ArgumentException($"Line {table.LineNumber - 1} of '{path}' has an empty column '{Column}'.");
            }
        }
    }

    /// <summary>A path or URI on each line; empty lines and those that begin with # are left out.</summary>
    private sealed class Lines(string path) : Manifest
    {
        public override IEnumerable<string> Files() =>
            File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => Resolve(line, path));
    }
}
