namespace EmoHRNet.Audio;

/// <summary>Why audio could not be read.</summary>
public enum AudioFormatErrorKind
{
    /// <summary>The format is known and the content is damaged, truncated, empty or contradicts itself.</summary>
    Damaged,

    /// <summary>The content is not audio, or is in a format that is not recognized.</summary>
    UnknownFormat,

    /// <summary>The format is known, but no decoder for it is available: ffmpeg is missing, turned off, or built without the codec.</summary>
    MissingDecoder,

    /// <summary>The audio is intact, but has more samples than one array can hold.</summary>
    TooLong,
}
