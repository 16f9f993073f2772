namespace EmoHRNet.Audio.Options;

/// <summary>Thrown for options that are out of range or contradict each other; it lists every problem.</summary>
public sealed class InvalidOptionsException : ArgumentException
{
    /// <summary>Creates the exception from the problems found.</summary>
    /// <param name="optionsName">The name of the options type.</param>
    /// <param name="problems">Every problem; at least one.</param>
    public InvalidOptionsException(string optionsName, IReadOnlyList<OptionProblem> problems)
        : base(Describe(optionsName, problems)) => Problems = problems;

    /// <summary>Creates the exception with a message.</summary>
    public InvalidOptionsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InvalidOptionsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public InvalidOptionsException()
        : this("The options are not valid.")
    {
    }

    /// <summary>Every problem found, in the order of the options.</summary>
    public IReadOnlyList<OptionProblem> Problems { get; } = [];

    private static string Describe(string optionsName, IReadOnlyList<OptionProblem> problems) =>
        $"{optionsName}: {string.Join(" ", problems)}";
}
