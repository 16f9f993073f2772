using System.CommandLine;

namespace EmoHRNet.Tool.Reports;

/// <summary>The command as a report cites it.</summary>
internal static class ReportedCommand
{
    /// <summary>What to type to run a program again with the same options.</summary>
    /// <param name="program">How the program is started.</param>
    /// <param name="parsed">Its options.</param>
    /// <remarks>Rooted paths are those of the machine that ran and mean nothing elsewhere: only their last part stays.</remarks>
    public static string Of(string program, ParseResult parsed) =>
        $"{program} " + string.Join(' ', parsed.Tokens.Select(token => Quote(Shorten(token.Value))));

    private static string Shorten(string value) => Path.IsPathRooted(value) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(value)) : value;

    // Single quotes keep everything as it is in the shells that the documented commands are written for.
    private static string Quote(string value) =>
        value.Length > 0 && value.All(IsPlain) ? value : "'" + value.Replace("'", @"'\''", StringComparison.Ordinal) + "'";

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || "-_./,:=+%@".Contains(character, StringComparison.Ordinal);
}
