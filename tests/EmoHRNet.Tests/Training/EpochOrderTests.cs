using EmoHRNet.Corpora;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class EpochOrderTests
{
    private static readonly int[] Labels = [.. Enumerable.Repeat(0, 60), .. Enumerable.Repeat(1, 30), .. Enumerable.Repeat(2, 10)];

    private static readonly CorpusGroups OneCorpus = CorpusGroups.Of([.. Labels.Select((label, i) => new Utterance($"clip {i}", $"{i}.wav", $"emotion {label}", "speaker"))]);

    [Fact]
    public void Draw_NoBalance_VisitsEveryUtteranceOnceInAnotherOrderEachEpoch()
    {
        TrainingOptions options = new() { Seed = 3 };

        int[] first = EpochOrder.Draw(options, Labels, OneCorpus, 1);
        int[] second = EpochOrder.Draw(options, Labels, OneCorpus, 2);

        Assert.Equal(Enumerable.Range(0, 100), first.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first, EpochOrder.Draw(options, Labels, OneCorpus, 1));
        Assert.NotEqual(first, EpochOrder.Draw(options with { Seed = 4 }, Labels, OneCorpus, 1));
    }

    [Fact]
    public void Draw_BalancedSampling_DrawsEveryEmotionEquallyOftenAndRepeatsOnlyRareOnes()
    {
        int[] order = EpochOrder.Draw(new TrainingOptions { ClassBalance = ClassBalance.BalancedSampling }, Labels, OneCorpus, 5);

        Assert.Equal(100, order.Length);
        Assert.All(order.CountBy(i => Labels[i]), group => Assert.InRange(group.Value, 33, 34));
        Assert.All(order.Where(i => Labels[i] == 0).CountBy(i => i), use => Assert.Equal(1, use.Value));
        Assert.All(order.Where(i => Labels[i] == 2).CountBy(i => i), use => Assert.InRange(use.Value, 3, 4));
    }

    [Theory]
    [InlineData(100, 32)]
    [InlineData(65, 64)]
    [InlineData(7, 64)]
    public void Batches_AnySize_CoverTheOrderWithSizesThatDifferByOneAtMost(int utterances, int batchSize)
    {
        int[] order = [.. Enumerable.Range(0, utterances)];

        ArraySegment<int>[] batches = [.. EpochOrder.Batches(order, batchSize)];

        Assert.Equal(EpochOrder.BatchCount(utterances, batchSize), batches.Length);
        Assert.Equal(order, batches.SelectMany(b => b));
        Assert.True(batches.Max(b => b.Count) - batches.Min(b => b.Count) <= 1);
        Assert.True(batches.Max(b => b.Count) <= batchSize);
    }
}
