using System.Globalization;
using System.Numerics;

namespace EmoHRNet.Audio.Options;

/// <summary>Collects the problems of an options object, so that one exception can list all of them.</summary>
public sealed class OptionProblems
{
    private readonly List<OptionProblem> _problems = [];
    private string _prefix = "";

    /// <summary>Every problem found so far, in the order of the options.</summary>
    public IReadOnlyList<OptionProblem> Found => _problems;

    /// <summary>Requires <c>minimum ≤ value ≤ maximum</c>; a value that is not a number never satisfies it.</summary>
    public OptionProblems Range<T>(string name, T value, T minimum, T maximum)
        where T : INumber<T> =>
        Require(value >= minimum && value <= maximum, name, value, $"{Text(minimum)} to {Text(maximum)}");

    /// <summary>Requires a condition, which <paramref name="expected"/> describes.</summary>
    public OptionProblems Require(bool holds, string name, object? value, string expected)
    {
        if (!holds)
        {
            _problems.Add(new OptionProblem(_prefix + name, Text(value), expected));
        }

        return this;
    }

    /// <summary>Requires a defined member of an enumeration.</summary>
    public OptionProblems Defined<T>(string name, T value)
        where T : struct, Enum =>
        Require(Enum.IsDefined(value), name, value, "one of " + string.Join(", ", Enum.GetNames<T>()));

    /// <summary>Collects the problems of nested options under their name.</summary>
    public OptionProblems Nested(string name, Action<OptionProblems> collect)
    {
        string outer = _prefix;
        _prefix = outer + name + ".";
        collect(this);
        _prefix = outer;
        return this;
    }

    /// <exception cref="InvalidOptionsException">At least one problem was found.</exception>
    public void ThrowIfAny(string optionsName)
    {
        if (_problems.Count > 0)
        {
            throw new InvalidOptionsException(optionsName, [.. _problems]);
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "missing",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
