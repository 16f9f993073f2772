using System.Globalization;

namespace EmoHRNet.Tool.Recordings;

/// <summary>Names for what is written about recordings, into one folder: no two of a run have the same.</summary>
/// <param name="folder">The folder; made with the first name.</param>
internal sealed class OutputNames(string folder)
{
    // Not every file system tells upper and lower case apart.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The path to write to: the recording's name, with a number where an earlier recording of this run had the same.</summary>
    /// <param name="recording">The path of the recording.</param>
    /// <param name="ending">What takes the place of its extension, such as <c>.png</c>.</param>
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
