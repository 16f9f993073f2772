using System.Text;
using EmoHRNet.Audio;

namespace EmoHRNet.Corpora;

/// <summary>
/// Reads the beginning of a clip to check that it is audio and not empty; decoding every clip on loading would take minutes.
/// </summary>
internal static class ClipCheck
{
    private const int HeadLength = 64;

    // Video and telephone formats, which ffmpeg decodes: starting it for every file would be slow, so they are checked when decoded.
    private static readonly string[] LeftToDecoding = ["#!AMR", "caff", "0&\u00B2u"];
    private static readonly string[] KnownToReader = ["RIFF", "FORM", "NIST_1A", "version https://git-lfs"];
    private static readonly string[] IsoBoxes = ["ftyp", "moov", "mdat", "wide", "free", "skip"];

    /// <summary>Why the clip cannot be used, or null when no problem was found.</summary>
    public static string? Problem(string path, AudioReadOptions reading)
    {
        if (AudioFileNames.IsShadow(path))
        {
            return "a metadata file that macOS writes beside the recording; it contains no audio";
        }

        try
        {
            string head = Head(path);
            return head.Length == 0 ? "the file is empty (0 bytes)"
                : IsLeftToDecoding(head) ? null
                : IsText(head) ? "the file is text, not audio"
                : Opened(path, reading);
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
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] head = new byte[HeadLength];
        return Encoding.Latin1.GetString(head, 0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }

    private static bool IsLeftToDecoding(string head) => LeftToDecoding.Any(each => head.StartsWith(each, StringComparison.Ordinal))
        || (head.Length >= 8 && IsoBoxes.Contains(head[4..8]));

    // The reader has its own message for known formats; no other recording begins with letters alone.
    private static bool IsText(string head) => !KnownToReader.Any(each => head.StartsWith(each, StringComparison.Ordinal))
        && head.All(character => character is >= ' ' and <= '~' or '\t' or '\r' or '\n');

    // The library's own reader decides what is audio.
    private static string? Opened(string path, AudioReadOptions reading)
    {
        using AudioReader reader = AudioReader.Open(path, reading);
        return reader.SampleCount == 0 ? "the recording has no samples" : null;
    }
}
