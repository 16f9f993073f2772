using System.CommandLine;

namespace EmoHRNet.Tool.Reports;

/// <summary>The command line in a report.</summary>
internal static class ReportedCommand
{
    /// <summary>The command line that runs a program again with the same options.</summary>
    /// <param name="program">How the program is started.</param>
    /// <param name="parsed">Its options.</param>
    /// <remarks>Absolute paths mean nothing on other machines: only their last part is kept.</remarks>
    public static string Of(string program, ParseResult parsed) =>
        $"{program} " + string.Join(' ', parsed.Tokens.Select(token => Quote(Shorten(token.Value))));

    private static string Shorten(string value) => Path.IsPathRooted(value) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(value)) : value;

    // Single quotes prevent expansion in the shells that the documentation uses.
    private static string Quote(string value) =>
        value.Length > 0 && value.All(IsPlain) ? value : "'" + value.Replace("'", @"'\''", StringComparison.Ordinal) + "'";

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || "-_./,:=+%@".Contains(character, StringComparison.Ordinal);
}
