using System.Globalization;

namespace EmoHRNet.Tool.Recordings;

/// <summary>Names of output files in one folder, unique within a run.</summary>
/// <param name="folder">The folder; created with the first name.</param>
internal sealed class OutputNames(string folder)
{
    // Some file systems ignore case.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The path to write to: the recording's name, with a number where an earlier recording of this run had the same.</summary>
    /// <param name="recording">The path of the recording.</param>
    /// <param name="ending">Replaces its extension, such as <c>.png</c>.</param>
    public string Next(string recording, string ending)
    {
        Directory.CreateDirectory(folder);
        string stem = Path.GetFileNameWithoutExtension(recording);
        string name = stem + ending;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}");
        }

        return Path.Combine(folder, name);
    }
}
