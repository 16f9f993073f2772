using System.Text;

namespace EmoHRNet.Audio.Storage;

/// <summary>Writes text files completely or not at all.</summary>
public static class TextFile
{
    /// <summary>Replaces a file; creates its folder when needed.</summary>
    public static void Write(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }
}
