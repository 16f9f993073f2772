using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class PrefetchTests
{
    [Fact]
    public void Run_SlowConsumer_GetsEveryItemInOrderWhileAtMostCapacityItemsWait()
    {
        int produced = 0, consumed = 0, ahead = 0;
        IEnumerable<int> Source()
        {
            for (int i = 0; i < 50; i++)
            {
                ahead = Math.Max(ahead, Interlocked.Increment(ref produced) - Volatile.Read(ref consumed));
                yield return i;
            }
        }

        List<int> items = [];
        foreach (int item in new Prefetch<int>(3).Run(Source(), TestContext.Current.CancellationToken))
        {
            items.Add(item);
            Interlocked.Increment(ref consumed);
        }

        Assert.Equal(Enumerable.Range(0, 50), items);
        Assert.InRange(ahead, 1, 6);
    }

    [Fact]
    public void Run_SourceThrows_ThrowsItAfterTheItemsBefore()
    {
        static IEnumerable<int> Source()
        {
            yield return 1;
            throw new InvalidDataException("second");
        }

        List<int> items = [];
        Assert.Throws<InvalidDataException>(() => items.AddRange(new Prefetch<int>(2).Run(Source(), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Run_ConsumerLeaves_StopsAnEndlessSource()
    {
        bool ended = false;
        IEnumerable<int> Endless()
        {
            try
            {
                for (int i = 0; ; i++)
                {
                    yield return i;
                }
            }
            finally
            {
                ended = true;
            }
        }

        Assert.Equal(0, new Prefetch<int>(2).Run(Endless(), TestContext.Current.CancellationToken).First());
        Assert.True(ended);
    }

    [Fact]
    public void Run_Cancelled_ThrowsOperationCanceled()
    {
        using CancellationTokenSource source = new();
        IEnumerable<int> Source()
        {
            yield return 1;
            source.Cancel();
            yield return 2;
        }

        Assert.ThrowsAny<OperationCanceledException>(() => new Prefetch<int>(1).Run(Source(), source.Token).Count());
    }
}
