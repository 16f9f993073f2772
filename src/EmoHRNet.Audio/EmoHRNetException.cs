namespace EmoHRNet;

/// <summary>
/// The base of exceptions with a cause outside the program: a recording, model file, corpus or native library that cannot be used, or a
/// training run that diverged. Misuse throws an <see cref="ArgumentException"/> instead.
/// </summary>
public abstract class EmoHRNetException : Exception
{
    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What was found, what was expected and what to do.</param>
    /// <param name="innerException">The cause, or null.</param>
    protected EmoHRNetException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
