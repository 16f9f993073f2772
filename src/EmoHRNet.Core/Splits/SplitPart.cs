using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// One part of a split. Its type determines its use: code that chooses an epoch takes a <see cref="ValidationSet"/>, so a
/// <see cref="TestSet"/> cannot be passed.
/// </summary>
public abstract class SplitPart
{
    private protected SplitPart(Corpus corpus, IEnumerable<Utterance> utterances)
    {
        Labels = corpus.Labels;
        Utterances = [.. utterances.OrderBy(utterance => utterance.Id, StringComparer.Ordinal)];
        Targets = [.. Utterances.Select(utterance => corpus.LabelIndex(utterance.Emotion))];
        Speakers = [.. Utterances.Select(utterance => utterance.Speaker).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The name of the part: training, validation or test.</summary>
    public abstract string Name { get; }

    /// <summary>The corpus's labels; an index into this list is the class number.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The utterances, in order of their identifiers.</summary>
    public IReadOnlyList<Utterance> Utterances { get; }

    /// <summary>The class number of each utterance.</summary>
    public IReadOnlyList<int> Targets { get; }

    /// <summary>The speakers in this part.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>The number of utterances.</summary>
    public int Count => Utterances.Count;

    /// <summary>The number of utterances of each class, in the order of <see cref="Labels"/>.</summary>
    public IReadOnlyList<int> CountByClass()
    {
        int[] counts = new int[Labels.Count];
        foreach (int target in Targets)
        {
            counts[target]++;
        }

        return counts;
    }
}
