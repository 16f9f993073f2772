using System.Globalization;
using EmoHRNet.Evaluation;
using static EmoHRNet.Core.Tests.Evaluation.Publishing.PageFigure;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>The figures on the front page for real speech follow from the published predictions, too.</summary>
public class FrontPageTests
{
    private const string Emotions = "| Emotion | Recall | Most often taken for |";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(ResultsPage.Docs, "..", "README.md"));

    [Fact]
    public void FrontPage_Emotions_AreRecognizedAsOftenAsItSays()
    {
        EvaluationReport strangers = ResultsPage.Reports["world-new"];

        Assert.Equal(
            strangers.Labels.Select((label, row) => $"| {label} | {Recall(strangers, row)} | {TakenFor(strangers, row)} |"),
            Lines.SkipWhile(line => line != Emotions).Skip(2).TakeWhile(line => line.StartsWith('|')));
    }

    [Fact]
    public void FrontPage_Accuracy_IsThatOfTheResultsItNames()
    {
        EvaluationReport strangers = ResultsPage.Reports["world-new"];
        double[] leftOut = [.. ResultsPage.Rows("Left out", "Sample under conditions").Select(row => double.Parse(row.Cells[2], CultureInfo.InvariantCulture))];
        string text = string.Join(' ', Lines);

        Assert.Contains($"| new actors of RAVDESS | {Percent(strangers.UnweightedAccuracy.Value, 1)}% |", text, StringComparison.Ordinal);
        Assert.Contains($"on telephones | {Percent(strangers.Robustness!.Mean, 1)}% |", text, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"left out of training | {leftOut.Min():0.0}% to {leftOut.Max():0.0}% |"), text, StringComparison.Ordinal);
        Assert.Contains(
            $"have {Percent(ResultsPage.Reports["small-taught-random"].UnweightedAccuracy.Value, 1)}% on known actors and "
            + $"{Percent(ResultsPage.Reports["small-taught-new"].UnweightedAccuracy.Value, 1)}% on new ones",
            text, StringComparison.Ordinal);
    }

    private static string Recall(EvaluationReport report, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * report.Confusion[row][row] / report.Confusion[row].Sum():0}%");

    private static string TakenFor(EvaluationReport report, int row) => string.Join(", ", report.Labels
        .Select((label, column) => (label, column, Count: report.Confusion[row][column]))
        .Where(other => other.column != row).OrderByDescending(other => other.Count).Take(2).Select(other => other.label));
}
