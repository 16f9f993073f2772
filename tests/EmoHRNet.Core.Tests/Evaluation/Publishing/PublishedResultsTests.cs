using System.Globalization;
using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Publishing;
using static EmoHRNet.Core.Tests.Evaluation.Publishing.PageFigure;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>Every figure of docs/results.md and of runs.csv follows from the predictions beside them.</summary>
public class PublishedResultsTests
{
    private const long MostBytes = 6_000_000;

    [Fact]
    public void Page_Results_AreThoseOfTheirPredictions()
    {
        var rows = ResultsPage.Rows("Result", "What was chosen on what");

        Assert.Equal(ResultsPage.Reports.Keys.Order(), rows.Select(row => ResultsPage.Names(row.Cells[0]).Single()).Order());
        Assert.All(rows, row =>
        {
            EvaluationReport report = ResultsPage.Reports[ResultsPage.Names(row.Cells[0]).Single()];
            string[] figures = [.. row.Header.Zip(row.Cells).Where(each => each.First is "Unweighted accuracy" or "Accuracy" or "Calibration error").Select(each => each.Second)];
            Assert.Equal([Like(figures[0], report.UnweightedAccuracy), Like(figures[1], report.Accuracy.Value), Like(figures[2], report.Calibration.ExpectedError)], figures);
            Assert.NotEmpty(row.Cells[^1]);
        });
    }

    [Fact]
    public void Page_Differences_AreThoseOfPairedComparisons()
    {
        var rows = ResultsPage.Rows("Result", "Difference");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            EvaluationReport report = ResultsPage.Reports[ResultsPage.Names(row.Cells[0]).Single()], baseline = ResultsPage.Reports[ResultsPage.Names(row.Cells[1]).Single()];
            Assert.Equal(report.Compare(baseline).UnweightedAccuracy.ToString(), row.Cells[2]);
        });
    }

    [Fact]
    public void Page_Folds_AreThoseOfTheirPredictions()
    {
        var rows = ResultsPage.Rows("Result", "Fold N");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            EvaluationReport report = ResultsPage.Reports[ResultsPage.Names(row.Cells[0]).Single()];
            IEnumerable<string> folds = report.Predictions.GroupBy(each => each.Fold).OrderBy(fold => fold.Key)
                .Select(fold => Percent(UnweightedAccuracy(report.Labels, fold), 1));
            Assert.Equal(folds, row.Cells[1..]);
        });
        double[][] byRun = [.. rows.Select(row => row.Cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        Assert.Contains($"differ by up to {Text(byRun.Max(run => run.Max() - run.Min()))} points", ResultsPage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_BesideOthers_RepeatsOurFigures()
    {
        (string[] Header, string[] Cells)[] rows = [.. ResultsPage.Rows("", "Protocol").Where(row => ResultsPage.Names(row.Cells[0]).Count > 0)];

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            string[] figures = [.. row.Cells[1..3].Where(cell => cell.Length > 0)];
            Assert.Equal(ResultsPage.Names(row.Cells[0]).Zip(figures, (name, figure) => Like(figure, ResultsPage.Reports[name].UnweightedAccuracy.Value)), figures);
        });
    }

    [Fact]
    public void Page_SixNetworks_AreAboveThePaperByTheMeanOfFoldsOnly()
    {
        EvaluationReport six = ResultsPage.Reports["auxiliary-six"];

        Assert.Equal(("92.46", "92.36", "92.45"), (Percent(six.UnweightedAccuracy.Value, 2), Percent(six.Accuracy.Value, 2), Percent(six.Metrics.UnweightedAccuracy, 2)));
        Assert.All(["92.46", "92.36", "92.45"], figure => Assert.Contains(figure, ResultsPage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_WeakClassOfEmovo_IsJoy()
    {
        ClassMetrics weakest = ResultsPage.Reports["emovo-auxiliary"].Metrics.Classes.MinBy(each => each.Recall)!;

        Assert.Equal("joy", weakest.Label);
        Assert.Contains($"a recall of {Percent(weakest.Recall, 1)}%", ResultsPage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_EveryRow_IsThatOfItsPredictions()
    {
        Assert.All(ResultsPage.Folder.Runs(), run =>
        {
            RunRecord computed = RunRecord.Of(run.Name, ResultsPage.Reports[run.Name], run.Origin);
            Assert.Equal(string.Join('\n', computed.ToFields()), string.Join('\n', run.ToFields()));
            Assert.All(run.Origin.Recipe.Split(" + "), recipe => Assert.True(File.Exists(ResultsPage.Folder.RecipePath(recipe)), recipe));
            Assert.Equal(run.Protocol == "whole corpus" ? 0 : run.FoldCount, run.Origin.Splits.Count);
        });
    }

    [Fact]
    public void Folder_Files_AreTheRunsAndStayLight()
    {
        string folder = Path.Combine(ResultsPage.Docs, "results");
        string[] files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        Assert.Equal(
            ["conditions", "predictions", "recipes", "runs.csv"],
            Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ResultsPage.Folder.Runs().Select(run => run.Name + ".csv").Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(folder, "predictions")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(
            Directory.GetFiles(Path.Combine(folder, "conditions")).Select(path => Path.GetFileNameWithoutExtension(path)),
            name => Assert.Contains(name, ResultsPage.Reports.Keys));
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, MostBytes);
    }

    private static double UnweightedAccuracy(IReadOnlyList<string> labels, IEnumerable<LabeledPrediction> predictions) => ClassificationMetrics
        .Of(labels, [.. predictions.Select(each => each.Target)], [.. predictions.Select(each => each.Predicted)]).UnweightedAccuracy;

    private static string Text(double points) => points.ToString("0.0", CultureInfo.InvariantCulture);
}
