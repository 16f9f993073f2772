using EmoHRNet.Documents;
using EmoHRNet.Splits;

namespace EmoHRNet.Evaluation;

/// <summary>
/// Reads the results of one cross-validation from the folders of several machines, and rejects results that do not belong together.
/// </summary>
/// <param name="own">The folder that the results go to; results already there are included.</param>
/// <param name="settings">The settings that all results must have.</param>
internal sealed class FoldMerge(FoldStore own, string settings)
{
    /// <summary>The finished folds, in order. Everything is checked before anything is returned.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FoldResultException">Results do not belong together, or a folder holds none.</exception>
    public IReadOnlyList<FoldResult> Gather(IReadOnlyList<DataSplit> folds, IReadOnlyList<string> folders)
    {
        (FoldStore Store, FoldResult?[] Results)[] all =
        [
            (own, [.. folds.Select(own.Read)]),
            .. folders.Select(folder => ReadAll(folder, folds)),
        ];
        return [.. folds.Select((_, i) => OneOf(i + 1, [.. all.Select(each => (each.Store, each.Results[i]))])).OfType<FoldResult>()];
    }

    private (FoldStore Store, FoldResult?[] Results) ReadAll(string folder, IReadOnlyList<DataSplit> folds)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}' to merge.");
        }

        FoldStore store = new(folder, settings);
        FoldResult?[] results = [.. folds.Select(store.Read)];
        return results.Any(result => result is not null)
            ? (store, results)
            : throw new FoldResultException($"'{folder}' holds no result of a fold of {folds.Count}; expected files such as fold-01-of-{folds.Count:00}.json.");
    }

    // Copies of the same result are fine. Two different results of a fold are an error: choosing one of them would bias the figures.
    private static FoldResult? OneOf(int fold, IReadOnlyList<(FoldStore Store, FoldResult? Result)> candidates)
    {
        (FoldStore Store, FoldResult? Result)[] found = [.. candidates.Where(candidate => candidate.Result is not null)];
        return found.FirstOrDefault(other => Text(other.Result!) != Text(found[0].Result!)) is { Result: not null } different
            ? throw new FoldResultException(
                $"Fold {fold} has one result in '{found[0].Store.Folder}' and another in '{different.Store.Folder}'. Delete the one that does not count; decide without looking.")
            : found.FirstOrDefault().Result;
    }

    private static string Text(FoldResult result) => DocumentJson.Write(result with { Seconds = 0 }, ReportDocuments.Settings);
}
