using EmoHRNet.Corpora;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class CorpusGroupsTests
{
    [Theory]
    [InlineData(0, new[] { 100, 400 })]
    [InlineData(0.5, new[] { 167, 333 })]
    [InlineData(1, new[] { 250, 250 })]
    public void Shares_Balance_GoesFromSizesToEqualParts(double balance, int[] expected) =>
        Assert.Equal(expected, CorpusGroups.Of(Utterances(100, 400)).Shares(balance));

    [Fact]
    public void Of_TableWithACorpusColumn_GroupsByTheColumn()
    {
        Utterance[] utterances = [.. Utterances(3).Select((utterance, i) => utterance with { Metadata = new Dictionary<string, string> { ["corpus"] = i == 1 ? "a" : "b" } })];

        CorpusGroups groups = CorpusGroups.Of(utterances);

        Assert.Equal([1], groups[0]);
        Assert.Equal([0, 2], groups[1]);
    }

    [Fact]
    public void Draw_BalancedCorpora_RepeatsTheSmallOneEvenlyAndKeepsTheLength()
    {
        Utterance[] utterances = Utterances(10, 90);
        int[] labels = [.. utterances.Select((_, i) => i % 2)];

        int[] order = EpochOrder.Draw(new TrainingOptions { CorpusBalance = 1 }, labels, CorpusGroups.Of(utterances), 3);

        Assert.Equal(100, order.Length);
        Assert.All(order.Where(i => i < 10).CountBy(i => i), use => Assert.Equal(5, use.Value));
        Assert.Equal(50, order.Where(i => i >= 10).Distinct().Count());
    }

    [Fact]
    public void Draw_BalancedCorporaAndEmotions_DrawsEveryEmotionOfACorpusEquallyOften()
    {
        Utterance[] utterances = Utterances(20, 80);
        int[] labels = [.. utterances.Select((_, i) => i % 10 == 0 ? 1 : 0)];
        TrainingOptions options = new() { CorpusBalance = 0.5, ClassBalance = ClassBalance.BalancedSampling };

        int[] order = EpochOrder.Draw(options, labels, CorpusGroups.Of(utterances), 1);

        Assert.InRange(order.Count(i => labels[i] == 1), 49, 51);
        Assert.Equal(33, order.Count(i => i < 20));
    }

    private static Utterance[] Utterances(params int[] sizes) =>
    [
        .. sizes.SelectMany((size, corpus) => Enumerable.Range(0, size).Select(i => new Utterance($"{corpus}/{i}", $"{i}.wav", "x", "y") { Corpus = $"{corpus}" })),
    ];
}
