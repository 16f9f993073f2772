namespace EmoHRNet.Audio.Options;

/// <summary>The base of options with ranges: validation lists every problem at once.</summary>
public abstract record ValidatedOptions
{
    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception lists them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        CollectProblems(problems);
        problems.ThrowIfAny(GetType().Name);
    }

    /// <summary>Adds the options that are out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public abstract void CollectProblems(OptionProblems problems);
}
