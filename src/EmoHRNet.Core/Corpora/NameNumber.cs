using System.Globalization;

namespace EmoHRNet.Corpora;

/// <summary>Reads numbers in file names: digits only, no sign, no separators.</summary>
internal static class NameNumber
{
    /// <summary>Whether the text is a whole number within these bounds.</summary>
    public static bool IsBetween(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most;
}
