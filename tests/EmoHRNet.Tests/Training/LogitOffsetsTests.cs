using EmoHRNet.Corpora;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class LogitOffsetsTests
{
    // Corpus a: three clips of label 0, one of label 1, none of label 2. Corpus b: two clips of label 2.
    private static readonly int[] Labels = [0, 0, 0, 1, 2, 2];

    private static readonly CorpusGroups Corpora = CorpusGroups.Of(
        [.. "aaaabb".Select((corpus, i) => new Utterance($"{i}", $"{i}.wav", $"{Labels[i]}", "speaker") { Corpus = corpus.ToString() })]);

    [Fact]
    public void Of_Corpus_IsTheLogarithmOfItsSharesWithATenthSpreadOverAllLabels()
    {
        float[] offsets = LogitOffsets.Of(Labels, Corpora, 3).Of(new ArraySegment<int>([3, 5]), 1);

        double[] expected = [(0.9 * 0.75) + (0.1 / 3), (0.9 * 0.25) + (0.1 / 3), 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.9 + (0.1 / 3)];
        Assert.All(expected.Zip(offsets), pair => Assert.Equal(Math.Log(pair.First), pair.Second, 1e-5));
        Assert.Equal(1, offsets.Take(3).Sum(offset => Math.Exp(offset)), 1e-5);
    }

    [Fact]
    public void Of_MixedClips_MixesTheShares()
    {
        float[] offsets = LogitOffsets.Of(Labels, Corpora, 3).Of(new ArraySegment<int>([0, 4]), 0.7);

        Assert.Equal(Math.Log((0.7 * ((0.9 * 0.75) + (0.1 / 3))) + (0.3 * 0.1 / 3)), offsets[0], 1e-5);
        Assert.Equal(Math.Log((0.7 * 0.1 / 3) + (0.3 * (0.9 + (0.1 / 3)))), offsets[2], 1e-5);
    }
}
