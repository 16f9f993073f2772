namespace EmoHRNet;

/// <summary>The native library behind TorchSharp (libtorch) cannot be loaded; the message names the package to add.</summary>
public sealed class BackendException : Exception
{
    /// <summary>Creates the exception with a message.</summary>
    public BackendException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public BackendException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public BackendException()
        : this("libtorch cannot be loaded.")
    {
    }
}
