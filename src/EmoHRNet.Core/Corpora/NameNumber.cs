using System.Globalization;

namespace EmoHRNet.Corpora;

/// <summary>Reads the numbers that stand in file names: digits alone, no sign, no separators.</summary>
internal static class NameNumber
{
    /// <summary>Whether the text is a whole number within these bounds.</summary>
    public static bool IsBetween(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most;
}
