using System.Globalization;
using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>Writes figures as docs/results.md does: percent, rounded half up as in reports.</summary>
internal static class PageFigure
{
    /// <summary>A share with as many decimals as a cell of the page.</summary>
    public static string Like(string cell, double share) => Percent(share, cell.Length - cell.IndexOf('.', StringComparison.Ordinal) - 1);

    public static string Like(string cell, ConfidenceInterval interval) =>
        $"{Like(cell.Split(' ')[0], interval.Value)} ({Percent(interval.Lower, 1)} to {Percent(interval.Upper, 1)})";

    public static string Percent(double share, int decimals) =>
        (100 * share).ToString(decimals == 0 ? "0" : "0." + new string('0', decimals), CultureInfo.InvariantCulture);
}
