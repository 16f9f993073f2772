namespace EmoHRNet.Audio;

/// <summary>Thrown for audio that cannot be read; the message says what was found, what was expected and what to do.</summary>
public sealed class AudioFormatException : EmoHRNetException
{
    /// <summary>Creates the exception with a kind.</summary>
    /// <param name="kind">Why the audio could not be read.</param>
    /// <param name="message">What was found, what was expected and what to do.</param>
    /// <param name="innerException">The cause, or null.</param>
    public AudioFormatException(AudioFormatErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Creates the exception for damaged content with a message.</summary>
    public AudioFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception for damaged content with a message and its cause.</summary>
    public AudioFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for damaged content with a general message.</summary>
    public AudioFormatException()
        : this("The audio cannot be read.")
    {
    }

    /// <summary>Whether the format is unknown, the content is damaged, or a decoder is missing.</summary>
    public AudioFormatErrorKind Kind { get; }
}
