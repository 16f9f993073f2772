namespace EmoHRNet;

/// <summary>
/// The native library behind an engine (libtorch, ONNX Runtime) cannot be loaded, and the message names the package to add; or the engine
/// failed.
/// </summary>
public sealed class BackendException : EmoHRNetException
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
        : this("The native library of the engine cannot be loaded.")
    {
    }
}
