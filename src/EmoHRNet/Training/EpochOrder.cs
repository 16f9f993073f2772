using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Training;

/// <summary>In which order an epoch visits the utterances: a pure function of seed and epoch.</summary>
internal static class EpochOrder
{
    private const int Purpose = 101;

    /// <summary>Every utterance once, or with a balance every emotion (and corpus) equally often; shuffled.</summary>
    /// <param name="options">The seed and the balance.</param>
    /// <param name="labels">The class number of each utterance.</param>
    /// <param name="corpora">The corpus of each utterance.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    public static int[] Draw(TrainingOptions options, IReadOnlyList<int> labels, IReadOnlyList<string> corpora, int epoch)
    {
        RandomSource random = RandomSource.For(options.Seed, epoch, 0, Purpose);
        return options.ClassBalance switch
        {
            ClassBalance.None or ClassBalance.WeightedLoss => Shuffled([.. Enumerable.Range(0, labels.Count)], random),
            ClassBalance.BalancedSampling => Shuffled(DrawBalanced(labels, random), random),
            ClassBalance.BalancedCorpora => DrawOverCorpora(labels, corpora, random),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.ClassBalance, "Expected a defined balance."),
        };
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

    private static int[] Shuffled(int[] order, RandomSource random)
    {
        random.Shuffle(order);
        return order;
    }

    private static int[] DrawBalanced(IReadOnlyList<int> labels, RandomSource random)
    {
        ShuffledRounds<int>[] emotions =
        [
            .. Enumerable.Range(0, labels.Count).GroupBy(i => labels[i]).OrderBy(group => group.Key).Select(group => new ShuffledRounds<int>(group, random)),
        ];
        return [.. Enumerable.Range(0, labels.Count).Select(i => emotions[i % emotions.Length].Next())];
    }

    // Not shuffled as a whole: every stretch, and so every batch, is balanced.
    private static int[] DrawOverCorpora(IReadOnlyList<int> labels, IReadOnlyList<string> corpora, RandomSource random)
    {
        ShuffledRounds<ShuffledRounds<int>> CorporaOf(IEnumerable<int> emotion) => new(
            emotion.GroupBy(i => corpora[i]).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new ShuffledRounds<int>(each, random)), random);
        ShuffledRounds<ShuffledRounds<ShuffledRounds<int>>> emotions = new(
            Enumerable.Range(0, labels.Count).GroupBy(i => labels[i]).OrderBy(each => each.Key).Select(CorporaOf), random);
        return [.. Enumerable.Range(0, labels.Count).Select(_ => emotions.Next().Next().Next())];
    }
}
