using EmoHRNet.Audio;

namespace EmoHRNet.Corpora;

/// <summary>Lists the audio files of a corpus folder in an order that does not depend on the file system.</summary>
internal static class CorpusFolder
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <exception cref="CorpusException">The folder does not exist or cannot be read.</exception>
    public static IReadOnlyList<CorpusFile> AudioFiles(string folder, string title, CorpusLoadOptions options)
    {
        CheckFolder(folder, title);
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", Everything)
                .Where(path => IsAudio(path, options))
                .Select(path => new CorpusFile(path, System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .OrderBy(file => Preference(file, options))
                .ThenBy(file => file.Relative, StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"The folder '{folder}' cannot be read: {exception.Message}", exception);
        }
    }

    public static void CheckFolder(string folder, string title)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (File.Exists(folder))
        {
            throw new CorpusException($"'{folder}' is a file; expected the folder that holds {title}.");
        }

        if (!Directory.Exists(folder))
        {
            throw new CorpusException($"The folder '{folder}' does not exist; expected the folder that holds {title}.");
        }
    }

    private static bool IsAudio(string path, CorpusLoadOptions options) =>
        !AudioFileNames.IsShadow(path)
        && options.Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static int Preference(CorpusFile file, CorpusLoadOptions options)
    {
        string extension = System.IO.Path.GetExtension(file.Path);
        int place = 0;
        while (!options.Extensions[place].Equals(extension, StringComparison.OrdinalIgnoreCase))
        {
            place++;
        }

        return place;
    }
}
