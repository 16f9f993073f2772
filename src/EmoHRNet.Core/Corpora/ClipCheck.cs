using System.Text;
using EmoHRNet.Audio;

namespace EmoHRNet.Corpora;

/// <summary>Looks at a clip just far enough to know that it is audio and not empty; decoding every clip on loading would take minutes.</summary>
internal static class ClipCheck
{
    private const int HeadLength = 64;

    // Opening these may start another process for each clip; whether they can be read shows when they are decoded.
    private static readonly string[] Compressed =
        ["fLaC", "OggS", "ID3", "\u00FF\u00FB", "\u00FF\u00F3", "\u00FF\u00F2", "\u00FF\u00F1", "\u00FF\u00F9", "\u001AE\u00DF\u00A3", "#!AMR", "0&\u00B2u", "caff"];

    private static readonly string[] IsoBoxes = ["ftyp", "moov", "mdat", "wide", "free", "skip"];

    /// <summary>Why the clip cannot be used, or null when nothing speaks against it.</summary>
    public static string? Problem(string path)
    {
        if (AudioFileNames.IsShadow(path))
        {
            return "a shadow file that macOS writes beside the recording; it holds no sound";
        }

        try
        {
            string head = Head(path);
            return head.Length == 0 ? "the file is empty (0 bytes)"
                : head.StartsWith("version http", StringComparison.Ordinal) ? "the file is a Git LFS pointer, not audio (fetch the content with git lfs pull)"
                : IsCompressed(head) ? null
                : IsText(head) ? "the file is text, not audio"
                : Opened(path);
        }
        catch (AudioFormatException exception)
        {
            return exception.Message.Replace(path, "the file", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static string Head(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] head = new byte[HeadLength];
        return Encoding.Latin1.GetString(head, 0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }

    // SPHERE has a header of text; of other formats none begins with letters alone.
    private static bool IsText(string head) => !head.StartsWith("NIST_1A", StringComparison.Ordinal)
        && head.All(character => character is >= ' ' and <= '~' or '\t' or '\r' or '\n');

    private static bool IsCompressed(string head) => Compressed.Any(each => head.StartsWith(each, StringComparison.Ordinal))
        || (head.Length >= 8 && IsoBoxes.Contains(head[4..8]));

    // The library's own judge of what is audio.
    private static string? Opened(string path)
    {
        using AudioReader reader = AudioReader.Open(path);
        return reader.SampleCount == 0 ? "the recording has no samples" : null;
    }
}
