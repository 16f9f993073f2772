namespace EmoHRNet;

/// <summary>Stored results of folds are missing, damaged, or do not belong to this cross-validation.</summary>
public sealed class FoldResultException : EmoHRNetException
{
    /// <summary>Creates the exception with a message that says what was found, what was expected and what to do.</summary>
    public FoldResultException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public FoldResultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public FoldResultException()
        : this("Stored results of folds do not belong to this cross-validation.")
    {
    }
}
