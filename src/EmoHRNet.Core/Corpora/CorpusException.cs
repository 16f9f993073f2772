using EmoHRNet.Corpora;

namespace EmoHRNet;

/// <summary>A corpus is missing, incomplete, unreadable, or not suited to the request.</summary>
public sealed class CorpusException : EmoHRNetException
{
    /// <summary>Creates the exception with a message that says what was found, what was expected and what to do.</summary>
    public CorpusException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public CorpusException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public CorpusException()
        : this("The corpus does not look right.")
    {
    }

    /// <summary>Creates the exception from what was found in a corpus folder.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="report">What was found, compared with what was published.</param>
    public CorpusException(string message, CorpusReport report)
        : base(message) => Report = report;

    /// <summary>What was found, compared with what was published; null when the problem is of another kind.</summary>
    public CorpusReport? Report { get; }
}
