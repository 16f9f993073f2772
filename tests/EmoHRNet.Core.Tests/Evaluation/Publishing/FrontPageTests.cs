using System.Globalization;
using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>The figures on the front page for real speech follow from the published predictions, too.</summary>
public class FrontPageTests
{
    private const string Header = "| Emotion | New actors | Known actors | Of new actors, most often taken for |";

    [Fact]
    public void FrontPage_Emotions_AreRecognizedAsOftenAsItSays()
    {
        EvaluationReport strangers = ResultsPage.Reports["small-taught-new"];
        EvaluationReport heard = ResultsPage.Reports["small-taught-random"];
        string[] expected =
        [
            .. strangers.Labels.Select((label, row) => $"| {label} | {Recall(strangers, row)} | {Recall(heard, row)} | {TakenFor(strangers, row)} |"),
            $"| mean | {Mean(strangers)} | {Mean(heard)} | chance is 12.5% |",
        ];

        string[] lines = File.ReadAllLines(Path.Combine(ResultsPage.Docs, "..", "README.md"));

        Assert.Equal(expected, lines.SkipWhile(line => line != Header).Skip(2).TakeWhile(line => line.StartsWith('|')));
    }

    private static string Recall(EvaluationReport report, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * report.Confusion[row][row] / report.Confusion[row].Sum():0}%");

    private static string Mean(EvaluationReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * report.UnweightedAccuracy.Value:0.0}%");

    private static string TakenFor(EvaluationReport report, int row) => string.Join(", ", report.Labels
        .Select((label, column) => (label, column, Count: report.Confusion[row][column]))
        .Where(other => other.column != row).OrderByDescending(other => other.Count).Take(2).Select(other => other.label));
}
