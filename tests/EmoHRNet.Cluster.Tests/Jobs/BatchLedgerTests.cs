using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Cluster.Tests.Jobs;

public class BatchLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Take_UntilAllAreOut_GivesEveryBatchOnce()
    {
        BatchLedger ledger = new(BatchLedger.Empty(10));

        int?[] taken = [.. Enumerable.Range(0, 11).Select(puller => ledger.Take("a", puller, Noon))];

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, null], taken);
        Assert.False(ledger.IsComplete);
    }

    [Fact]
    public void Complete_Twice_CountsOnce()
    {
        BatchLedger ledger = new(BatchLedger.Empty(9));
        for (int i = 0; i < 9; i++)
        {
            ledger.Take("a", i, Noon);
        }

        Assert.True(ledger.Complete(8));
        Assert.False(ledger.Complete(8));
        Assert.All(Enumerable.Range(0, 8), batch => Assert.True(ledger.Complete(batch)));
        Assert.True(ledger.IsComplete);
    }

    [Fact]
    public void ReturnLost_SiloDied_GivesItsBatchesToOthersAndNoneElse()
    {
        BatchLedger ledger = new(BatchLedger.Empty(4));
        ledger.Take("dead", 0, Noon);
        ledger.Take("alive", 0, Noon);
        ledger.Take("dead", 1, Noon);

        Assert.True(ledger.ReturnLost(silo => silo == "dead", Noon, Hour));
        Assert.False(ledger.ReturnLost(silo => silo == "dead", Noon, Hour));

        Assert.Equal([0, 2, 3, null], Enumerable.Range(1, 4).Select(puller => ledger.Take("alive", puller, Noon)));
    }

    [Fact]
    public void ReturnLost_LateBatch_IsHandedOutAgainAndCountsOnce()
    {
        BatchLedger ledger = new(BatchLedger.Empty(1));
        ledger.Take("slow", 0, Noon);

        Assert.False(ledger.ReturnLost(_ => false, Noon + Hour, Hour));
        Assert.True(ledger.ReturnLost(_ => false, Noon + (1.1 * Hour), Hour));
        Assert.Equal(0, ledger.Take("quick", 0, Noon + Hour));

        Assert.True(ledger.Complete(0));
        Assert.False(ledger.Complete(0));
        Assert.False(ledger.IsGivenUp(0));
        Assert.Null(ledger.Take("quick", 0, Noon + (3 * Hour)));
    }

    [Fact]
    public void IsGivenUp_AfterThreeDeaths_IsTrueForThatBatchAlone()
    {
        BatchLedger ledger = new(BatchLedger.Empty(2));
        ledger.Take("other", 0, Noon);
        for (int death = 1; death <= BatchLedger.DeathsBeforeGivingUp; death++)
        {
            Assert.False(ledger.IsGivenUp(1));
            Assert.Equal(1, ledger.Take("dead", 0, Noon));
            ledger.ReturnLost(silo => silo == "dead", Noon, Hour);
        }

        Assert.True(ledger.IsGivenUp(1));
        Assert.False(ledger.IsGivenUp(0));
        Assert.Equal(1, ledger.Take("other", 1, Noon));
    }

    [Fact]
    public void Take_AnswerWasLost_GivesTheSameBatchToThatPullerAlone()
    {
        BatchLedger ledger = new(BatchLedger.Empty(3));
        Assert.Equal(0, ledger.Take("a", 0, Noon));

        Assert.Equal(0, ledger.Take("a", 0, Noon + Hour));
        Assert.False(ledger.ReturnLost(_ => false, Noon + (1.5 * Hour), Hour));
        Assert.Equal(1, ledger.Take("a", 1, Noon));
        Assert.Equal(2, ledger.Take("b", 0, Noon));
        Assert.True(ledger.Complete(0));
        Assert.Null(ledger.Take("a", 0, Noon));
    }

    [Fact]
    public void Complete_WhileReturned_IsNotHandedOutAgain()
    {
        BatchLedger ledger = new(BatchLedger.Empty(1));
        ledger.Take("a", 0, Noon);
        ledger.Return(0);

        Assert.True(ledger.Complete(0));

        Assert.Null(ledger.Take("b", 0, Noon));
        Assert.True(ledger.IsComplete);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Complete_NoSuchBatch_Throws(int batch) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchLedger(BatchLedger.Empty(3)).Complete(batch));
}
