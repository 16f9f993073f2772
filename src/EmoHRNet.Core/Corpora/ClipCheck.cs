using System.Buffers.Binary;
using System.Text;

namespace EmoHRNet.Corpora;

/// <summary>Looks at a clip just far enough to know that it is audio and not empty; decoding every clip on loading would take minutes.</summary>
internal static class ClipCheck
{
    private const int ChunkHeader = 8;
    private const int RiffHeader = 12;
    private static readonly string[] OtherAudio = ["FORM", "RIFX", "RF64", "BW64", "fLaC", "OggS", "ID3"];

    /// <summary>Why the clip cannot be used, or null when nothing speaks against it.</summary>
    public static string? Problem(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Problem(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static string? Problem(FileStream stream)
    {
        if (stream.Length == 0)
        {
            return "the file is empty (0 bytes)";
        }

        byte[] start = new byte[RiffHeader];
        string text = Encoding.Latin1.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        if (text.StartsWith("RIFF", StringComparison.Ordinal))
        {
            return HasSamples(stream) ? null : "the WAV file has no samples";
        }

        return text.StartsWith("version http", StringComparison.Ordinal)
            ? "the file is a Git LFS pointer, not audio (fetch the content with git lfs pull)"
            : IsOtherAudio(text) ? null : "the file is no audio file";
    }

    private static bool IsOtherAudio(string start) =>
        OtherAudio.Any(each => start.StartsWith(each, StringComparison.Ordinal))
        || start[0] == '\u00FF'
        || (start.Length >= ChunkHeader && start[4..ChunkHeader] == "ftyp");

    private static bool HasSamples(FileStream stream)
    {
        Span<byte> header = stackalloc byte[ChunkHeader];
        long position = RiffHeader;
        while (position + ChunkHeader <= stream.Length)
        {
            stream.Position = position;
            stream.ReadExactly(header);
            if (header[..4].SequenceEqual("data"u8))
            {
                return stream.Length > position + ChunkHeader && BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) > 0;
            }

            long size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            position += ChunkHeader + size + (size & 1);
        }

        return false;
    }
}
