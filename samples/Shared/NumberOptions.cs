using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace EmoHRNet.Samples;

/// <summary>Numbers on a command line: with a decimal point and without thousands separators, whatever the machine's language.</summary>
internal static class NumberOptions
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Makes an option refuse text that is not a number, with its name and the value.</summary>
    public static void TakesNumber<T>(this Option<T> option)
        where T : struct, INumber<T> => option.CustomParser = result => Parse<T>(option, result) ?? default;

    /// <inheritdoc cref="TakesNumber{T}(Option{T})"/>
    public static void TakesNumber<T>(this Option<T?> option)
        where T : struct, INumber<T> => option.CustomParser = result => Parse<T>(option, result);

    /// <summary>The invariant text of a number.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, INumber<T> => T.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && T.IsFinite(value);

    private static T? Parse<T>(Option option, ArgumentResult result)
        where T : struct, INumber<T>
    {
        string text = result.Tokens is [var token] ? token.Value : "";
        if (TryParse(text, out T value))
        {
            return value;
        }

        string expected = T.IsInteger(T.One / (T.One + T.One)) ? "a whole number without separators, such as 1000" : "a number with a decimal point and without separators, such as 0.5";
        result.AddError($"{option.Name} is '{text}'; expected {expected}.");
        return null;
    }
}
