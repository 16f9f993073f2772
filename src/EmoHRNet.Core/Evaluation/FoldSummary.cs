using System.Globalization;
using System.Text;
using EmoHRNet.Audio.Statistics;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Documents;
using EmoHRNet.Splits;

namespace EmoHRNet.Evaluation;

/// <summary>The result of the finished folds of a cross-validation.</summary>
public sealed record FoldSummary
{
    /// <summary>The number of folds.</summary>
    public required int FoldCount { get; init; }

    /// <summary>The finished folds.</summary>
    public required IReadOnlyList<FoldScore> Folds { get; init; }

    /// <summary>The numbers of the unfinished folds.</summary>
    public required IReadOnlyList<int> MissingFolds { get; init; }

    /// <summary>
    /// The finished folds combined: the three figures are means over folds, with intervals from resampling speakers or clips within folds;
    /// confusion matrix, classes, calibration and speakers cover all test clips. Null while no fold is finished.
    /// </summary>
    public EvaluationReport? Report { get; init; }

    /// <summary>The standard deviation of unweighted accuracy over folds; NaN with fewer than two.</summary>
    public required double UnweightedAccuracyDeviation { get; init; }

    /// <summary>Whether every fold is finished. Figures of only some folds are not those of the protocol.</summary>
    public bool IsComplete => MissingFolds.Count == 0;

    /// <summary>Summarizes finished folds.</summary>
    internal static FoldSummary Of(IReadOnlyList<DataSplit> splits, IReadOnlyList<FoldResult> results, EvaluationOptions options)
    {
        double[] scores = [.. results.Select(result => result.Report.UnweightedAccuracy.Value)];
        int[] missing = [.. Enumerable.Range(1, splits.Count).Except(results.Select(result => result.Fold))];
        return new FoldSummary
        {
            FoldCount = splits.Count,
            Folds = [.. results.Select(Score)],
            MissingFolds = missing,
            UnweightedAccuracyDeviation = Distribution.SampleDeviation(scores),
            Report = results.Count == 0
                ? null
                : FoldReport.Create(results.ToDictionary(result => result.Fold, result => result.Report), Context(splits, results, missing), options),
        };
    }

    /// <summary>A table with a row per fold, then the report of all, as Markdown.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new(Report?.ToMarkdown() ?? "# Evaluation\n\nNo fold is finished.\n");
        text.Append("\n## Folds\n\n| fold | held out | clips | accuracy | unweighted accuracy | macro F1 | split hash | minutes |\n");
        text.Append("| ---: | --- | ---: | ---: | ---: | ---: | --- | ---: |\n");
        foreach (FoldScore fold in Folds)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {fold.Fold} | {fold.HeldOut} | {fold.Count} | {MarkdownReport.Percent(fold.Accuracy)} | ")
                .Append(CultureInfo.InvariantCulture, $"{MarkdownReport.Percent(fold.UnweightedAccuracy)} | {MarkdownReport.Percent(fold.MacroF1)} | ")
                .Append(CultureInfo.InvariantCulture, $"`{fold.SplitHash[..12]}` | {fold.Seconds / 60:0.0} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nStandard deviation of unweighted accuracy over folds: {MarkdownReport.Percent(UnweightedAccuracyDeviation)}\n").ToString();
    }

    /// <summary>Writes summary.json (without single predictions, which are in the folds' files), summary.md and, once a fold is finished, summary.html.</summary>
    internal void Save(string folder)
    {
        FoldSummary brief = this with { Report = Report is null ? null : Report with { Predictions = [] } };
        TextFile.Write(Path.Combine(folder, "summary.json"), DocumentJson.Write(brief, ReportDocuments.Settings));
        TextFile.Write(Path.Combine(folder, "summary.md"), ToMarkdown());
        if (Report is not null)
        {
            TextFile.Write(Path.Combine(folder, "summary.html"), Report.ToHtml());
        }
    }

    private static FoldScore Score(FoldResult result) => new(
        result.Fold, result.Report.Metrics.Count, result.Report.Accuracy.Value, result.Report.UnweightedAccuracy.Value, result.Report.MacroF1.Value,
        result.HeldOut, result.SplitHash, result.Seconds);

    private static EvaluationContext Context(IReadOnlyList<DataSplit> splits, IReadOnlyList<FoldResult> results, int[] missing)
    {
        EvaluationContext first = results[0].Report.Context;
        SplitOrigin origin = splits[0].Origin with { Fold = null, FoldCount = null, HeldOut = null };
        string[] unfinished = missing.Length == 0
            ? []
            : [$"Folds {string.Join(", ", missing)} of {splits.Count} are not finished; these are not the figures of the protocol."];
        return EvaluationContext.Of(splits[0], splits[0].Test) with
        {
            Model = first.Model,
            Command = first.Command,
            Options = first.Options,
            Part = $"{results.Count} of {splits.Count} folds",
            Protocol = origin.ToString(),
            SplitHash = null,
            Notes = [.. first.Notes, .. unfinished],
        };
    }
}
