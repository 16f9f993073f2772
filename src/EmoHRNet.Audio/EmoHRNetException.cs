namespace EmoHRNet;

/// <summary>
/// What goes wrong for reasons outside the program: a recording, a model file, a corpus or a native library that cannot be used, or a training
/// run that diverged. Each has an exception of its own that derives from this one; misuse is an <see cref="ArgumentException"/>.
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
