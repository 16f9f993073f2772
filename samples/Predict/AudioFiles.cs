namespace EmoHRNet.Samples.Predict;

/// <summary>Finds the files that arguments stand for.</summary>
internal static class AudioFiles
{
    private static readonly string[] Extensions =
        [".wav", ".wave", ".aif", ".aiff", ".aifc", ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".wma", ".webm"];

    /// <param name="inputs">Files and folders; none means the clips that ship with the sample.</param>
    /// <exception cref="FileNotFoundException">One of them does not exist, or a folder holds no audio.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> inputs) =>
        inputs.Count == 0 ? InFolder(Path.Combine(AppContext.BaseDirectory, "clips")) : [.. inputs.SelectMany(Expand)];

    private static IReadOnlyList<string> Expand(string input)
    {
        if (File.Exists(input))
        {
            return [input];
        }

        return Directory.Exists(input)
            ? InFolder(input)
            : throw new FileNotFoundException($"There is no file or folder '{input}'.");
    }

    private static string[] InFolder(string folder)
    {
        EnumerationOptions everywhere = new() { RecurseSubdirectories = true };
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", everywhere)
                .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files
            : throw new FileNotFoundException($"The folder '{folder}' holds no audio files ({string.Join(" ", Extensions)}).");
    }
}
