namespace EmoHRNet.Audio;

/// <summary>Audio that cannot be read: the message says what was found, what was expected and what to do.</summary>
public sealed class AudioFormatException : IOException
{
    /// <summary>Creates the exception with a message.</summary>
    public AudioFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public AudioFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public AudioFormatException()
        : this("The audio cannot be read.")
    {
    }
}
