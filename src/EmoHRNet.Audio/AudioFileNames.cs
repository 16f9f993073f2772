namespace EmoHRNet.Audio;

/// <summary>
/// Tells by name which files of a folder are recordings. What is in a file decides its content alone (<see cref="AudioReader"/>); a name decides
/// only whether a folder's file is looked at.
/// </summary>
public static class AudioFileNames
{
    private const string ShadowPrefix = "._";

    /// <summary>
    /// The extensions of recordings, with their dots in lower case: uncompressed formats first, then lossless, then lossy ones, then films with
    /// sound. Whether a file can be read may depend on ffmpeg.
    /// </summary>
    public static IReadOnlyList<string> Extensions { get; } =
    [
        ".wav", ".wave", ".w64", ".rf64", ".bwf", ".aif", ".aiff", ".aifc", ".au", ".snd", ".caf", ".sph", ".nist",
        ".flac", ".alac", ".ape", ".wv",
        ".ogg", ".oga", ".opus", ".mp3", ".m4a", ".m4b", ".aac", ".wma", ".amr", ".3gp", ".3ga", ".weba", ".spx",
        ".webm", ".mka", ".mkv", ".mp4", ".mov", ".m4v", ".avi",
    ];

    /// <summary>Whether a file's name is that of a recording; the shadow files "._name" of macOS are none, whatever their extension.</summary>
    /// <param name="path">A path or a file name; upper and lower case do not matter.</param>
    public static bool IsRecording(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !IsShadow(path) && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a file is one that macOS writes beside another of the same name, with a resource fork and no sound: <c>._clip.wav</c>.</summary>
    /// <param name="path">A path, with slashes or backslashes, or a file name.</param>
    public static bool IsShadow(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.AsSpan(path.LastIndexOfAny(['/', '\\']) + 1).StartsWith(ShadowPrefix, StringComparison.Ordinal);
    }
}
