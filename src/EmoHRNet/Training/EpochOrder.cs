using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Training;

/// <summary>In which order an epoch visits the utterances: a pure function of seed and epoch.</summary>
internal static class EpochOrder
{
    private const int Purpose = 101;

    /// <summary>Every utterance once, or with balanced sampling every emotion equally often; shuffled.</summary>
    public static int[] Draw(TrainingOptions options, IReadOnlyList<int> labels, int epoch)
    {
        RandomSource random = RandomSource.For(options.Seed, epoch, 0, Purpose);
        int[] order = options.ClassBalance == ClassBalance.BalancedSampling ? DrawBalanced(labels, random) : [.. Enumerable.Range(0, labels.Count)];
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

    // Walks through every emotion's utterances in shuffled rounds, so that none repeats before all were drawn.
    private static int[] DrawBalanced(IReadOnlyList<int> labels, RandomSource random)
    {
        int[][] byLabel = [.. Enumerable.Range(0, labels.Count).GroupBy(i => labels[i]).OrderBy(g => g.Key).Select(g => g.ToArray())];
        int[] order = new int[labels.Count];
        for (int i = 0; i < order.Length; i++)
        {
            int[] group = byLabel[i % byLabel.Length];
            int place = i / byLabel.Length % group.Length;
            if (place == 0)
            {
                random.Shuffle(group);
            }

            order[i] = group[place];
        }

        return order;
    }
}
