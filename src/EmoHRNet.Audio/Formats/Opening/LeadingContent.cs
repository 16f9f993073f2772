using System.Text;

namespace EmoHRNet.Audio.Formats.Opening;

/// <summary>Skips tags at the start of a file, and rejects empty files and files that are audio only by name.</summary>
internal static class LeadingContent
{
    private const int AppleDoubleMagic = 0x00051607;
    private const int MaximumTagCount = 8;
    private const int MaximumMarkLength = 32;

    /// <summary>The signatures of playlists: ffmpeg would read the files that they name, even ones the user must not see.</summary>
    private static readonly string[] Playlists = ["#EXTM3U", "ffconcat", "[playlist]"];

    private static ReadOnlySpan<byte> LfsPointer => "version https://git-lfs"u8;

    /// <summary>Skips ID3v2 tags: MP3, FLAC and even WAV files carry them, some with megabytes of pictures.</summary>
    /// <exception cref="AudioFormatException">There is no audio.</exception>
    public static void Pass(ByteSource source)
    {
        if (source.Peek(1).IsEmpty)
        {
            throw new AudioFormatException($"{source.Name} is empty; expected audio.");
        }

        for (int count = 0; count < MaximumTagCount && Id3Tag.Length(source.Peek(Id3Tag.HeaderLength)) is { } length; count++)
        {
            source.Skip(length);
            if (source.Peek(1).IsEmpty)
            {
                throw new AudioFormatException($"{source.Name} ends inside its ID3 tag of {length} bytes; it is truncated.");
            }

            source.StartHere();
        }

        RefuseLookalikes(source);
    }

    private static void RefuseLookalikes(ByteSource source)
    {
        ReadOnlySpan<byte> head = source.Peek(LfsPointer.Length);
        if (head.Length >= 4 && System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head) == AppleDoubleMagic)
        {
            throw new AudioFormatException(
                AudioFormatErrorKind.UnknownFormat,
                $"{source.Name} is an AppleDouble file: macOS keeps attributes in it, and the recording is the file of the same name without '._'.");
        }

        if (head.SequenceEqual(LfsPointer))
        {
            throw new AudioFormatException(
                AudioFormatErrorKind.UnknownFormat, $"{source.Name} is a Git LFS pointer, not the recording itself; run 'git lfs pull'.");
        }

        RefusePlaylists(source);
    }

    /// <summary>Refuses playlists, and XML files, which may be playlists and are never audio.</summary>
    private static void RefusePlaylists(ByteSource source)
    {
        string start = Encoding.Latin1.GetString(source.Peek(MaximumMarkLength)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (Array.Exists(Playlists, mark => start.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
        {
            throw new AudioFormatException(
                AudioFormatErrorKind.UnknownFormat, $"{source.Name} is a list that names other files, not audio; pass the audio itself.");
        }

        if (start.StartsWith('<'))
        {
            throw new AudioFormatException(
                AudioFormatErrorKind.UnknownFormat, $"{source.Name} is {FoundFormat.Of(source.Peek(MaximumMarkLength)).Description}.");
        }
    }
}
