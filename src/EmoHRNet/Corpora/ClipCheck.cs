namespace EmoHRNet.Corpora;

/// <summary>Looks at a clip just far enough to know that it can be read and is not empty.</summary>
internal static class ClipCheck
{
    /// <summary>Why the clip cannot be used, or null when nothing speaks against it.</summary>
    public static string? Problem(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return stream.Length == 0 ? "the file is empty (0 bytes)" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
