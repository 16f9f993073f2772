using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Training;

/// <summary>The order in which an epoch visits the utterances: a pure function of seed and epoch.</summary>
internal static class EpochOrder
{
    private const int Purpose = 101;

    /// <summary>Every utterance once, or with balance every emotion equally often and every corpus as often as the options say; shuffled.</summary>
    public static int[] Draw(TrainingOptions options, IReadOnlyList<int> labels, CorpusGroups corpora, int epoch)
    {
        RandomSource random = RandomSource.For(options.Seed, epoch, 0, Purpose);
        bool balanced = options.ClassBalance == ClassBalance.BalancedSampling;
        int[] order = options.CorpusBalance > 0
            ? [.. corpora.Shares(options.CorpusBalance).SelectMany((count, corpus) => DrawBalanced(balanced ? ByLabel(corpora[corpus], labels) : [[.. corpora[corpus]]], count, random))]
            : balanced ? DrawBalanced(ByLabel(Enumerable.Range(0, labels.Count), labels), labels.Count, random) : [.. Enumerable.Range(0, labels.Count)];
        random.Shuffle(order);
        return order;
    }

    /// <summary>Splits an order into batches whose sizes differ by one at most, so that none is too small for batch normalization.</summary>
    public static IEnumerable<ArraySegment<int>> Batches(int[] order, int batchSize)
    {
        int count = BatchCount(order.Length, batchSize);
        for (int i = 0; i < count; i++)
        {
            int start = (int)((long)order.Length * i / count);
            int end = (int)((long)order.Length * (i + 1) / count);
            yield return new ArraySegment<int>(order, start, end - start);
        }
    }

    /// <summary>The number of batches of an epoch.</summary>
    public static int BatchCount(int utteranceCount, int batchSize) => (utteranceCount + batchSize - 1) / batchSize;

    private static int[][] ByLabel(IEnumerable<int> utterances, IReadOnlyList<int> labels) =>
        [.. utterances.GroupBy(i => labels[i]).OrderBy(g => g.Key).Select(g => g.ToArray())];

    // Draws every group's utterances in shuffled rounds, so that none repeats before all were drawn.
    private static int[] DrawBalanced(int[][] groups, int count, RandomSource random)
    {
        int[] order = new int[count];
        for (int i = 0; i < order.Length; i++)
        {
            int[] group = groups[i % groups.Length];
            int place = i / groups.Length % group.Length;
            if (place == 0)
            {
                random.Shuffle(group);
            }

            order[i] = group[place];
        }

        return order;
    }
}
