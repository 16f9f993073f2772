namespace EmoHRNet.Audio;

/// <summary>
/// Selects the recordings of a folder by file name. The format of a file is recognized by its content (<see cref="AudioReader"/>), never by
/// its name.
/// </summary>
public static class AudioFileNames
{
    private const string ShadowPrefix = "._";

    /// <summary>
    /// The extensions of recordings, with their dots in lower case: uncompressed formats first, then lossless, then lossy ones, then video
    /// with an audio track. Whether a file can be read may depend on ffmpeg.
    /// </summary>
    public static IReadOnlyList<string> Extensions { get; } =
    [
        ".wav", ".wave", ".w64", ".rf64", ".bwf", ".aif", ".aiff", ".aifc", ".au", ".snd", ".caf", ".sph", ".nist",
        ".flac", ".alac", ".ape", ".wv",
        ".ogg", ".oga", ".opus", ".mp3", ".m4a", ".m4b", ".aac", ".wma", ".amr", ".3gp", ".3ga", ".weba", ".spx",
        ".webm", ".mka", ".mkv", ".mp4", ".mov", ".m4v", ".avi",
    ];

    /// <summary>Whether a file's name has the extension of a recording and is not a shadow file of macOS ("._name").</summary>
    /// <param name="path">A path or a file name; case does not matter.</param>
    public static bool IsRecording(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !IsShadow(path) && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a file is a shadow file of macOS, such as <c>._clip.wav</c>, which holds attributes of <c>clip.wav</c>.</summary>
    /// <param name="path">A path, with slashes or backslashes, or a file name.</param>
    public static bool IsShadow(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.AsSpan(path.LastIndexOfAny(['/', '\\']) + 1).StartsWith(ShadowPrefix, StringComparison.Ordinal);
    }
}
