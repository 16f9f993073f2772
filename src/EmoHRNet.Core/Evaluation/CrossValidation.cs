using System.Diagnostics;
using EmoHRNet.Splits;

namespace EmoHRNet.Evaluation;

/// <summary>
/// Runs a cross-validation fold by fold. Finished folds are stored on disk and not run again after a restart; several machines can share
/// the work by fold number. Results of other splits or settings are rejected, never mixed in.
/// </summary>
/// <param name="options">Where results are stored and which folds to run.</param>
public sealed class CrossValidation(CrossValidationOptions options)
{
    private readonly FoldStore _store = new(options.Folder, options.Settings);

    /// <summary>Runs the unfinished folds and summarizes all finished ones.</summary>
    /// <param name="folds">The splits, as created by a protocol.</param>
    /// <param name="runFold">Trains on a split and evaluates its test part.</param>
    /// <param name="progress">Receives a report for every fold.</param>
    /// <param name="cancellationToken">Passed to <paramref name="runFold"/>; finished folds are kept.</param>
    /// <returns>The summary of all finished folds; also written to the folder as summary.json, summary.md and summary.html.</returns>
    /// <exception cref="ArgumentException">
    /// There are no folds, no such fold, or a result contains clips other than its fold's test clips.
    /// </exception>
    /// <exception cref="FoldResultException">The folder holds results of another split or of other settings.</exception>
    public FoldSummary Run(
        IReadOnlyList<DataSplit> folds, Func<DataSplit, CancellationToken, EvaluationReport> runFold, IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentOutOfRangeException.ThrowIfZero(folds.Count, nameof(folds));
        if (options.OnlyFold is { } only && (only < 1 || only > folds.Count))
        {
            throw new ArgumentException($"There is no fold {only}; expected 1 to {folds.Count}.", nameof(folds));
        }

        // Read all results first: a folder with other settings is rejected now, not after hours.
        FoldResult?[] results = [.. folds.Select(_store.Read)];
        _store.WriteSettings();
        for (int i = 0; i < results.Length; i++)
        {
            if (results[i] is { } found)
            {
                progress?.Report(new FoldProgress(i + 1, folds.Count, FoldState.Found, found.Report.UnweightedAccuracy.Value));
            }
            else if (options.OnlyFold is null || options.OnlyFold == i + 1)
            {
                results[i] = RunOne(folds[i], i + 1, folds.Count, runFold, progress, cancellationToken);
            }
        }

        // Other machines may have finished folds in the meantime.
        return Summarize(folds, folds.Select((fold, i) => results[i] ?? _store.Read(fold)));
    }

    /// <summary>
    /// Collects the results of several machines from their separate folders, and summarizes the finished folds. Nothing is trained.
    /// </summary>
    /// <param name="folds">The splits, as created by a protocol.</param>
    /// <param name="folders">The folders of the other machines; results in this cross-validation's own folder are included.</param>
    /// <returns>The summary of all finished folds; also written to this cross-validation's folder, with the results of the folds.</returns>
    /// <exception cref="ArgumentException">There are no folds or no folders.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FoldResultException">
    /// A folder contains results of another split or of other settings, or no results, or two folders contain different results of one fold.
    /// Nothing was written.
    /// </exception>
    public FoldSummary Merge(IReadOnlyList<DataSplit> folds, IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentOutOfRangeException.ThrowIfZero(folds.Count, nameof(folds));
        ArgumentOutOfRangeException.ThrowIfZero(folders.Count, nameof(folders));
        IReadOnlyList<FoldResult> results = new FoldMerge(_store, options.Settings).Gather(folds, folders);
        _store.WriteSettings();
        foreach (FoldResult result in results)
        {
            _store.Write(result);
        }

        return Summarize(folds, results);
    }

    private FoldSummary Summarize(IReadOnlyList<DataSplit> folds, IEnumerable<FoldResult?> results)
    {
        FoldSummary summary = FoldSummary.Of(folds, [.. results.OfType<FoldResult>()], options.Evaluation);
        summary.Save(options.Folder);
        return summary;
    }

    private FoldResult RunOne(
        DataSplit split, int number, int count, Func<DataSplit, CancellationToken, EvaluationReport> runFold, IProgress<FoldProgress>? progress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new FoldProgress(number, count, FoldState.Started, null));
        long start = Stopwatch.GetTimestamp();
        EvaluationReport report = runFold(split, cancellationToken);
        CheckTestClips(split, report);
        FoldResult result = new()
        {
            Fold = split.Origin.Fold ?? 1,
            FoldCount = split.Origin.FoldCount ?? 1,
            SplitHash = split.Hash,
            SettingsHash = _store.SettingsHash,
            HeldOut = split.Origin.HeldOut,
            Seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
            Report = report,
        };
        _store.Write(result);
        progress?.Report(new FoldProgress(number, count, FoldState.Finished, report.UnweightedAccuracy.Value));
        return result;
    }

    private static void CheckTestClips(DataSplit split, EvaluationReport report)
    {
        HashSet<string> test = [.. split.Test.Utterances.Select(utterance => utterance.Id)];
        if (report.Predictions.Count == 0 || report.Predictions.FirstOrDefault(prediction => !test.Contains(prediction.Id)) is not null)
        {
            throw new ArgumentException(
                $"{split.Origin}: the report holds {report.Predictions.Count} predictions, not all of them of the fold's {test.Count} test clips. "
                + "Evaluate the fold's test part.",
                nameof(report));
        }
    }
}
