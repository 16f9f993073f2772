namespace EmoHRNet.Audio.Options;

/// <summary>Options with ranges: a record whose every problem is named at once.</summary>
public abstract record ValidatedOptions
{
    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        CollectProblems(problems);
        problems.ThrowIfAny(GetType().Name);
    }

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public abstract void CollectProblems(OptionProblems problems);
}
