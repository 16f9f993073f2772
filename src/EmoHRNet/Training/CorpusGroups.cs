using EmoHRNet.Corpora;

namespace EmoHRNet.Training;

/// <summary>Which utterances of a training set come from the same corpus.</summary>
internal sealed class CorpusGroups
{
    // A table over several corpora names them in a column.
    private const string Column = "corpus";

    private readonly int[][] _groups;

    private CorpusGroups(int[][] groups) => _groups = groups;

    /// <summary>The number of corpora.</summary>
    public int Count => _groups.Length;

    /// <summary>The indices of a corpus's utterances in the training set, in order.</summary>
    public IReadOnlyList<int> this[int corpus] => _groups[corpus];

    /// <summary>Groups utterances by corpus, in the order of the corpora's names.</summary>
    public static CorpusGroups Of(IReadOnlyList<Utterance> utterances) => new(
    [
        .. Enumerable.Range(0, utterances.Count)
            .GroupBy(i => utterances[i].Metadata.GetValueOrDefault(Column) ?? utterances[i].Corpus)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToArray()),
    ]);

    /// <summary>How many utterances an epoch takes from each corpus: in proportion to size^(1 - balance), as many in total as the training set has.</summary>
    public int[] Shares(double balance)
    {
        double[] weights = [.. _groups.Select(group => Math.Pow(group.Length, 1 - balance))];
        double sum = weights.Sum();
        int total = _groups.Sum(group => group.Length);
        double end = 0;
        int taken = 0;
        return [.. weights.Select(weight =>
        {
            end += weight / sum * total;
            int count = (int)Math.Round(end) - taken;
            taken += count;
            return count;
        })];
    }
}
