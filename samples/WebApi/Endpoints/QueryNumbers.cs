using System.Globalization;
using System.Numerics;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>Numbers in a query: with a decimal point and without thousands separators; the framework would read 1,5 as 15.</summary>
internal static class QueryNumbers
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The number of a parameter; null if the query does not have it.</summary>
    /// <exception cref="BadHttpRequestException">The value is not a number, or there are several.</exception>
    public static T? Number<T>(this HttpRequest request, string name)
        where T : struct, INumber<T>
    {
        if (!request.Query.TryGetValue(name, out var values))
        {
            return null;
        }

        return values is [{ } text] && T.TryParse(text, Style, CultureInfo.InvariantCulture, out T value) && T.IsFinite(value)
            ? value
            : throw new BadHttpRequestException($"{name} is '{values}'; expected one number with a decimal point and without thousands separators.");
    }
}
