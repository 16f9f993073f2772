using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Robustness;
using static EmoHRNet.Core.Tests.Evaluation.Publishing.PageFigure;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>The figures of docs/results.md for conditions, left-out corpora and new languages follow from the predictions beside it.</summary>
public class WorldResultsTests
{
    private const double Confident = 0.5;

    [Fact]
    public void Page_Conditions_AreAllThoseOfTheirPredictions()
    {
        string[][] rows = [.. ResultsPage.Rows("Condition", "Result").Select(row => row.Cells)];
        RobustnessResult result = ReportOf(rows[0]).Robustness!;

        Assert.Single(rows.Select(row => row[^1]).Distinct());
        Assert.Equal(
            [
                $"clean||{Like("0.0", result.Clean)}|",
                .. result.Conditions.Select(each => $"{each.Name}|{each.Description}|{Like("0.0", each.UnweightedAccuracy)}|{Percent(each.ChangedShare, 1)}"),
                $"mean||{Percent(result.Mean, 1)}|",
            ],
            rows.Select(row => string.Join('|', row[..4])));
    }

    [Fact]
    public void Page_CorporaLeftOut_AreThoseOfTheirPredictions()
    {
        var rows = ResultsPage.Rows("Left out", "Sample under conditions");
        EvaluationReport whole = ResultsPage.Reports["world-corpus-out"];

        Assert.Equal(whole.Predictions.Select(each => each.Fold).Distinct().Count(), rows.Count);
        Assert.All(rows, row =>
        {
            EvaluationReport sample = ReportOf(row.Cells);
            int fold = whole.Predictions.First(each => each.Id == sample.Predictions[0].Id).Fold!.Value;
            EvaluationReport corpus = ResultsPage.Part(whole, clip => clip.Fold == fold);

            Assert.Subset(corpus.Predictions.Select(each => each.Id).ToHashSet(), sample.Predictions.Select(each => each.Id).ToHashSet());
            Assert.Equal(
                [
                    $"{corpus.Predictions.Count}", Percent(corpus.UnweightedAccuracy.Value, 1), Percent(AmongOwnLabels(corpus), 1),
                    Percent(corpus.Calibration.ExpectedError, 1), $"{sample.Predictions.Count}", Percent(sample.Robustness!.Mean, 1),
                    $"{Percent(sample.Robustness.Worst!.UnweightedAccuracy.Value, 1)} ({sample.Robustness.Worst.Name})",
                ],
                row.Cells[1..^1]);
        });
    }

    [Fact]
    public void Page_NewLanguages_AreThoseOfTheirPredictions()
    {
        var rows = ResultsPage.Rows("New corpus", "Result");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            EvaluationReport corpus = ReportOf(row.Cells);
            LabeledPrediction[] confident = [.. corpus.Predictions.Where(each => each.Confidence >= Confident)];
            Assert.Equal(
                [
                    $"{corpus.Predictions.Count}", $"{corpus.Predictions.Select(each => each.Speaker).Distinct().Count()}", Percent(AmongOwnLabels(corpus), 1),
                    Percent((double)confident.Count(each => each.IsCorrect) / confident.Length, 1), Percent((double)confident.Length / corpus.Predictions.Count, 1),
                ],
                row.Cells[1..^1]);
        });
    }

    private static EvaluationReport ReportOf(string[] cells) => ResultsPage.Reports[ResultsPage.Names(cells[^1]).Single()];

    /// <summary>Unweighted accuracy if only the labels that the clips have can be predicted.</summary>
    private static double AmongOwnLabels(EvaluationReport report)
    {
        int[] targets = [.. report.Predictions.Select(clip => clip.Target)];
        int[] own = [.. targets.Distinct().Order()];
        int[] predicted = [.. report.Predictions.Select(clip => own.MaxBy(label => clip.Probabilities[label]))];
        return ClassificationMetrics.Of(report.Labels, targets, predicted).UnweightedAccuracy;
    }
}
