namespace EmoHRNet;

/// <summary>A model file cannot be used; the message says what was found, what was expected and what to do.</summary>
public sealed class ModelFormatException : EmoHRNetException
{
    /// <summary>Creates the exception with a message.</summary>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public ModelFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public ModelFormatException()
        : this("The model file cannot be read.")
    {
    }
}
