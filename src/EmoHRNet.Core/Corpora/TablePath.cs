namespace EmoHRNet.Corpora;

/// <summary>
/// Reads the paths of tables, which may have been written on another system: with slashes or backslashes, relative, absolute, with a drive
/// (<c>C:\data\a.wav</c>) or a share (<c>\\server\data\a.wav</c>).
/// </summary>
internal static class TablePath
{
    /// <summary>Whether a path starts with a Windows drive or share.</summary>
    public static bool IsOfWindows(string written) => HasDrive(written) || IsShare(written);

    /// <summary>The path on this machine.</summary>
    /// <param name="written">The path as written in the table.</param>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <param name="windows">Whether this is Windows.</param>
    public static string Resolve(string written, string folder, bool windows)
    {
        string path = WithSlashes(written);
        bool absolute = path.StartsWith('/') || (windows && HasDrive(path));
        return absolute ? path : $"{folder.TrimEnd('/', windows ? '\\' : '/')}/{path}";
    }

    /// <summary>
    /// The path for an identifier: with slashes, and relative to the folder if it is inside it, so that it is the same on every machine.
    /// </summary>
    /// <inheritdoc cref="Resolve" path="/param"/>
    public static string Identify(string written, string folder, bool windows)
    {
        string path = WithSlashes(written);
        string inside = WithSlashes(folder).TrimEnd('/') + "/";
        return path.StartsWith(inside, windows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) ? path[inside.Length..] : path;
    }

    private static string WithSlashes(string path) => path.Replace('\\', '/');

    private static bool HasDrive(string path) => path.Length >= 3 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is ('\\' or '/');

    private static bool IsShare(string path) => path.StartsWith(@"\\", StringComparison.Ordinal);
}
