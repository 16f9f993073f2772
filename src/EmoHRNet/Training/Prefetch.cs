using System.Collections.Concurrent;
using System.Diagnostics;

namespace EmoHRNet.Training;

/// <summary>Prepares items on a separate thread while the consumer works on earlier ones, and measures how long the consumer waits.</summary>
internal sealed class Prefetch<T>(int capacity)
{
    /// <summary>The time the consumer has waited for items.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The items of a source, in its order. An exception of the source is thrown in place of its item.</summary>
    public IEnumerable<T> Run(IEnumerable<T> source, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var queue = new BlockingCollection<T>(capacity);
        Task producer = Task.Factory.StartNew(() => Produce(source, queue, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (Take(queue, out T? item))
            {
                yield return item!;
            }

            producer.GetAwaiter().GetResult();
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)producer).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Produce(IEnumerable<T> source, BlockingCollection<T> queue, CancellationToken cancellationToken)
    {
        try
        {
            foreach (T item in source)
            {
                queue.Add(item, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The consumer has left or was canceled; it reports that itself.
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private bool Take(BlockingCollection<T> queue, out T? item)
    {
        long start = Stopwatch.GetTimestamp();
        bool taken = queue.TryTake(out item, Timeout.Infinite);
        Waited += Stopwatch.GetElapsedTime(start);
        return taken;
    }
}
