using EmoHRNet.Inference;

namespace EmoHRNet.Timelines;

/// <summary>Collects windows of a stream and classifies them in batches.</summary>
/// <param name="runner">The network.</param>
/// <param name="batchSize">The largest number of windows at once.</param>
/// <param name="select">Selects the probabilities of the chosen labels.</param>
internal sealed class WindowBatch(NetworkRunner runner, int batchSize, Func<float[], float[]> select)
{
    private readonly List<PendingWindow> _pending = [];

    public void Add(PendingWindow window) => _pending.Add(window);

    /// <summary>Classifies the full batches, or all windows.</summary>
    /// <param name="windowFrames">The frames of a window.</param>
    /// <param name="all">Whether an incomplete batch is classified too.</param>
    public IReadOnlyList<ClassifiedWindow> Classify(int windowFrames, bool all)
    {
        int count = all ? _pending.Count : _pending.Count / batchSize * batchSize;
        List<ClassifiedWindow> results = [];
        foreach (PendingWindow[] batch in _pending.Take(count).Chunk(batchSize))
        {
            float[] rows = runner.Run([.. batch.SelectMany(window => window.Values)], batch.Length, windowFrames);
            results.AddRange(batch.Zip(rows.Chunk(runner.ClassCount), (window, row) =>
                new ClassifiedWindow(window.Start, window.End, window.Speech, select(row))));
        }

        _pending.RemoveRange(0, count);
        return results;
    }
}
