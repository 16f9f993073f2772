namespace EmoHRNet.Audio.Formats;

/// <summary>The format that content was recognized as.</summary>
/// <param name="Description">Completes the sentence "The audio is ...".</param>
/// <param name="IsKnown">Whether it is audio in a known format, judging by the first bytes.</param>
internal readonly record struct FoundFormat(string Description, bool IsKnown)
{
    /// <summary>Formats that only ffmpeg decodes: the offset of their signature, the signature, and the name.</summary>
    private static readonly (int Offset, byte[] Mark, string Name)[] Marks =
    [
        (4, [.. "ftyp"u8], "MP4, M4A or 3GP"),
        (4, [.. "moov"u8], "QuickTime"),
        (4, [.. "mdat"u8], "QuickTime"),
        (4, [.. "wide"u8], "QuickTime"),
        (4, [.. "free"u8], "QuickTime"),
        (0, [.. "caff"u8], "CAF (Core Audio)"),
        (0, [.. ".snd"u8], "AU (Sun audio)"),
        (0, [.. "riff"u8, 0x2E, 0x91, 0xCF, 0x11], "W64 (Sony Wave64)"),
        (0, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "WMA or another ASF"),
        (0, [.. "#!AMR"u8], "AMR"),
        (0, [.. "NIST_1A"u8], "NIST SPHERE"),
        (0, [.. "ADIF"u8], "AAC"),
        (0, [0xFF, 0xF1], "AAC (ADTS)"),
        (0, [0xFF, 0xF9], "AAC (ADTS)"),
        (0, [0x0B, 0x77], "AC-3"),
        (0, [.. "wvpk"u8], "WavPack"),
        (0, [.. "MAC "u8], "Monkey's Audio"),
        (0, [.. "TTA1"u8], "True Audio"),
        (0, [.. "OggS"u8], "Ogg"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "Matroska or WebM"),
        (0, [.. "FLV"u8], "Flash video"),
        (8, [.. "AVI "u8], "AVI"),
        (0, [0, 0, 1, 0xBA], "MPEG program stream"),
    ];

    public static FoundFormat Of(ReadOnlySpan<byte> head)
    {
        foreach ((int offset, byte[] mark, string name) in Marks)
        {
            if (head.Length >= offset + mark.Length && head[offset..].StartsWith(mark))
            {
                return new FoundFormat(name, IsKnown: true);
            }
        }

        return new FoundFormat(Unknown(head), IsKnown: false);
    }

    private static string Unknown(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8)
            ? "not audio but an HTML or XML page, perhaps the error page of a server"
            : "not in a known audio format";
    }
}
