using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EmoHRNet.Tool.Commands;

/// <summary>Options that take numbers: with a decimal point and without thousands separators, whatever the machine's language.</summary>
internal static class Numbers
{
    /// <summary>An option for a number; null where it is not given.</summary>
    public static Option<double?> Option(string name, string description, string unit) => new(name)
    {
        Description = description,
        HelpName = unit,
        CustomParser = result => Parse(result, name),
    };

    /// <summary>An option for a whole number; null where it is not given.</summary>
    public static Option<long?> WholeOption(string name, string description, string unit) => new(name)
    {
        Description = description,
        HelpName = unit,
        CustomParser = result => long.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : Refuse<long?>(result, $"{name}: '{Text(result)}' is not a whole number; write it without separators, such as 1000."),
    };

    /// <summary>The invariant text of a number.</summary>
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    private static double? Parse(ArgumentResult result, string name) => TryParse(Text(result), out double value)
        ? value
        : Refuse<double?>(result, $"{name}: '{Text(result)}' is not a number; write it with a point and without separators, such as 1.5.");

    private static string Text(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
