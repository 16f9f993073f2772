using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Robustness;
using static EmoHRNet.Core.Tests.Evaluation.Publishing.PageFigure;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>The figures of docs/results.md for new corpora and for conditions follow from the predictions beside it.</summary>
public class WorldResultsTests
{
    [Fact]
    public void Page_Conditions_AreThoseOfTheirPredictions()
    {
        var rows = ResultsPage.Rows("Condition", "Result");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            RobustnessResult result = Sample(row.Cells).Robustness!;
            string[] figures = row.Cells[0] switch
            {
                "clean" => [Like(row.Cells[2], result.Clean), ""],
                "mean" => [Percent(result.Mean, 1), ""],
                string name when result.Conditions.Single(each => each.Name == name) is { } condition =>
                    [Like(row.Cells[2], condition.UnweightedAccuracy), Percent(condition.ChangedShare, 1)],
                _ => [],
            };
            Assert.Equal(figures, row.Cells[2..4]);
        });
    }

    [Fact]
    public void Page_CorporaLeftOut_AreThoseOfTheirPredictions()
    {
        var rows = ResultsPage.Rows("Left out", "Sample under conditions");
        EvaluationReport whole = ResultsPage.Reports["world-corpus-out"];

        Assert.Equal(whole.Predictions.Select(each => each.Fold).Distinct().Count(), rows.Count);
        Assert.All(rows, row =>
        {
            EvaluationReport sample = Sample(row.Cells);
            int fold = whole.Predictions.First(each => each.Id == sample.Predictions[0].Id).Fold!.Value;
            LabeledPrediction[] clips = [.. whole.Predictions.Where(each => each.Fold == fold)];
            EvaluationReport corpus = EvaluationReport.Create(whole.Labels, clips, whole.Context);
            Assert.Equal(
                [$"{clips.Length}", Like(row.Cells[2], corpus.UnweightedAccuracy.Value), Percent(AmongOwnLabels(whole.Labels, clips), 1),
                    Percent(corpus.Calibration.ExpectedError, 1), $"{sample.Predictions.Count}", Percent(sample.Robustness!.Mean, 1),
                    $"{Percent(sample.Robustness.Worst!.UnweightedAccuracy.Value, 1)} ({sample.Robustness.Worst.Name})"],
                row.Cells[1..^1]);
        });
    }

    private static EvaluationReport Sample(string[] cells) => ResultsPage.Reports[ResultsPage.Names(cells[^1]).Single()];

    /// <summary>Unweighted accuracy if only the labels that the clips have can be predicted.</summary>
    private static double AmongOwnLabels(IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> clips)
    {
        int[] own = [.. clips.Select(clip => clip.Target).Distinct().Order()];
        int[] predicted = [.. clips.Select(clip => own.MaxBy(label => clip.Probabilities[label]))];
        return ClassificationMetrics.Of(labels, [.. clips.Select(clip => clip.Target)], predicted).UnweightedAccuracy;
    }
}
