using EmoHRNet.Audio;

namespace EmoHRNet.Tool.Recordings;

/// <summary>The recordings among the files and folders of a command line, and the files of folders that were skipped.</summary>
/// <param name="Files">The recordings, each once, in the order of the command line.</param>
/// <param name="LeftOut">The files of folders whose extensions are not those of audio files.</param>
internal sealed record RecordingSearch(IReadOnlyList<string> Files, IReadOnlyList<string> LeftOut)
{
    private const int NamedAtMost = 5;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <param name="inputs">Files, accepted with any extension, and folders to search.</param>
    /// <exception cref="FileNotFoundException">One of them does not exist, or a folder holds no recording.</exception>
    public static RecordingSearch Find(IEnumerable<string> inputs)
    {
        List<string> files = [];
        List<string> leftOut = [];
        foreach (string input in inputs)
        {
            if (File.Exists(input))
            {
                files.Add(input);
            }
            else if (Directory.Exists(input))
            {
                Search(input, files, leftOut);
            }
            else
            {
                throw new FileNotFoundException($"There is no file or folder '{input}'.");
            }
        }

        return new RecordingSearch([.. files.DistinctBy(Path.GetFullPath)], [.. leftOut.DistinctBy(Path.GetFullPath)]);
    }

    /// <summary>The skipped files in one line; null when there are none.</summary>
    public string? DescribeLeftOut()
    {
        if (LeftOut.Count == 0)
        {
            return null;
        }

        IEnumerable<string> kinds = LeftOut.GroupBy(file => Path.GetExtension(file).ToLowerInvariant())
            .OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => $"{kind.Count()} {(kind.Key.Length > 0 ? kind.Key : "without extension")}");
        string names = string.Join(", ", LeftOut.Take(NamedAtMost).Select(file => Path.GetFileName(file)));
        string more = LeftOut.Count > NamedAtMost ? ", ..." : "";
        return $"Left out {Count(LeftOut.Count)} without an audio extension ({string.Join(", ", kinds)}): {names}{more}. Name a file explicitly to read it.";
    }

    private static void Search(string folder, List<string> files, List<string> leftOut)
    {
        string[] all = [.. Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal)];
        string[] recordings = [.. all.Where(AudioFileNames.IsRecording)];
        if (recordings.Length == 0)
        {
            throw new FileNotFoundException(
                $"The folder '{folder}' holds no audio files: {Count(all.Length)}, none with one of the extensions {string.Join(" ", AudioFileNames.Extensions)}.");
        }

        files.AddRange(recordings);
        leftOut.AddRange(all.Except(recordings));
    }

    private static string Count(int files) => files == 1 ? "1 file" : $"{files} files";
}
