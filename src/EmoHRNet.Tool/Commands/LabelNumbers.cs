using System.CommandLine;
using System.CommandLine.Parsing;

namespace EmoHRNet.Tool.Commands;

/// <summary>Options that give each label a number: <c>neutral=6,happy=1.5</c>.</summary>
internal static class LabelNumbers
{
    /// <summary>An option for numbers of labels; null where it is not given.</summary>
    public static Option<Dictionary<string, double>?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "LABEL=N,...",
        CustomParser = result => Parse(result, name),
    };

    private static Dictionary<string, double>? Parse(ArgumentResult result, string name)
    {
        Dictionary<string, double> numbers = [];
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            string[] pair = part.Split('=');
            if (pair.Length != 2 || !Numbers.TryParse(pair[1], out double number) || !numbers.TryAdd(pair[0].Trim(), number))
            {
                result.AddError($"{name}: '{part}' is not a label with a number, or the label occurs twice; write neutral=6,happy=1.5.");
                return null;
            }
        }

        return numbers;
    }
}
