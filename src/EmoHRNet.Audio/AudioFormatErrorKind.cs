namespace EmoHRNet.Audio;

/// <summary>Why audio could not be read.</summary>
public enum AudioFormatErrorKind
{
    /// <summary>The format is known and the content is damaged, truncated, empty or contradicts itself.</summary>
    Damaged,

    /// <summary>The content is no audio, or audio of a format that nothing here recognizes.</summary>
    UnknownFormat,

    /// <summary>The format is known and nothing on this machine decodes it: ffmpeg is missing, turned off, or built without the codec.</summary>
    MissingDecoder,

    /// <summary>The audio is sound and has more samples than one array holds.</summary>
    TooLong,
}
