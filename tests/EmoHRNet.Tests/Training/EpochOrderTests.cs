using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class EpochOrderTests
{
    private static readonly int[] Labels = [.. Enumerable.Repeat(0, 60), .. Enumerable.Repeat(1, 30), .. Enumerable.Repeat(2, 10)];

    // The first emotion in two corpora, 50 and 10 clips; the second in two, 10 and 20; the third in one.
    private static readonly string[] Corpora =
        [.. Enumerable.Repeat("a", 50), .. Enumerable.Repeat("b", 10), .. Enumerable.Repeat("a", 10), .. Enumerable.Repeat("b", 20), .. Enumerable.Repeat("b", 10)];

    [Fact]
    public void Draw_NoBalance_VisitsEveryUtteranceOnceInAnotherOrderEachEpoch()
    {
        TrainingOptions options = new() { Seed = 3 };

        int[] first = EpochOrder.Draw(options, Labels, Corpora, 1);
        int[] second = EpochOrder.Draw(options, Labels, Corpora, 2);

        Assert.Equal(Enumerable.Range(0, 100), first.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first, EpochOrder.Draw(options, Labels, Corpora, 1));
        Assert.NotEqual(first, EpochOrder.Draw(options with { Seed = 4 }, Labels, Corpora, 1));
    }

    [Fact]
    public void Draw_BalancedSampling_DrawsEveryEmotionEquallyOftenAndRepeatsOnlyRareOnes()
    {
        int[] order = EpochOrder.Draw(new TrainingOptions { ClassBalance = ClassBalance.BalancedSampling }, Labels, Corpora, 5);

        Assert.Equal(100, order.Length);
        Assert.All(order.CountBy(i => Labels[i]), group => Assert.InRange(group.Value, 33, 34));
        Assert.All(order.Where(i => Labels[i] == 0).CountBy(i => i), use => Assert.Equal(1, use.Value));
        Assert.All(order.Where(i => Labels[i] == 2).CountBy(i => i), use => Assert.InRange(use.Value, 3, 4));
    }

    [Fact]
    public void Draw_BalancedCorpora_DrawsEmotionsAndTheCorporaOfEachEquallyOften()
    {
        int[] order = EpochOrder.Draw(new TrainingOptions { ClassBalance = ClassBalance.BalancedCorpora }, Labels, Corpora, 5);

        Assert.Equal(100, order.Length);
        Assert.All(order.CountBy(i => Labels[i]), group => Assert.InRange(group.Value, 33, 34));
        Assert.All(order.Where(i => Labels[i] < 2).CountBy(i => (Labels[i], Corpora[i])), group => Assert.InRange(group.Value, 16, 17));
        Assert.All(order.Where(i => Labels[i] == 0 && Corpora[i] == "a").CountBy(i => i), use => Assert.Equal(1, use.Value));
    }

    [Fact]
    public void Draw_BalancedCorpora_BalancesEveryBatch()
    {
        int[] order = EpochOrder.Draw(new TrainingOptions { ClassBalance = ClassBalance.BalancedCorpora }, Labels, Corpora, 1);

        foreach (ArraySegment<int> batch in EpochOrder.Batches(order, 12))
        {
            Assert.All(batch.CountBy(i => Labels[i]), group => Assert.InRange(group.Value, 2, 6));
            Assert.Equal(3, batch.Select(i => Labels[i]).Distinct().Count());
        }

        Assert.NotEqual(order, EpochOrder.Draw(new TrainingOptions { ClassBalance = ClassBalance.BalancedCorpora }, Labels, Corpora, 2));
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
