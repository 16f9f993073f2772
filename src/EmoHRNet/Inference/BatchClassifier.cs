using System.Diagnostics;

namespace EmoHRNet.Inference;

/// <summary>Runs clips of any lengths through the network in batches of windows; each clip's answer is the one it gets alone.</summary>
/// <param name="runner">The network.</param>
/// <param name="windows">The rule by which clips become windows.</param>
/// <param name="batchSize">The most windows at once.</param>
internal sealed class BatchClassifier(NetworkRunner runner, ClipWindows windows, int batchSize)
{
    /// <summary>The class probabilities of each clip and the time its windows took.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; checked before every batch.</exception>
    public IReadOnlyList<(float[] Probabilities, TimeSpan Elapsed)> Classify(IReadOnlyList<PreparedClip> clips, CancellationToken cancellationToken)
    {
        float[][] rows = [.. clips.Select(clip => new float[windows.Count(clip.Features.FrameCount) * runner.ClassCount])];
        TimeSpan[] elapsed = new TimeSpan[clips.Count];
        foreach ((int Clip, int Window)[] batch in AllWindows(clips).Chunk(batchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            float[] probabilities = runner.Run(Gather(clips, batch), windows.WindowFrames);
            TimeSpan share = Stopwatch.GetElapsedTime(start) / batch.Length;
            for (int i = 0; i < batch.Length; i++)
            {
                probabilities.AsSpan(i * runner.ClassCount, runner.ClassCount).CopyTo(rows[batch[i].Clip].AsSpan(batch[i].Window * runner.ClassCount));
                elapsed[batch[i].Clip] += share;
            }
        }

        return [.. rows.Zip(elapsed, (row, time) => (ClipWindows.Average(row, runner.ClassCount), time))];
    }

    private IEnumerable<(int Clip, int Window)> AllWindows(IReadOnlyList<PreparedClip> clips) =>
        from clip in Enumerable.Range(0, clips.Count)
        from window in Enumerable.Range(0, windows.Count(clips[clip].Features.FrameCount))
        select (clip, window);

    private float[] Gather(IReadOnlyList<PreparedClip> clips, (int Clip, int Window)[] batch)
    {
        int length = runner.WindowLength(windows.WindowFrames);
        float[] values = new float[batch.Length * length];
        for (int i = 0; i < batch.Length; i++)
        {
            windows.CopyTo(clips[batch[i].Clip].Features, batch[i].Window, values.AsSpan(i * length, length));
        }

        return values;
    }
}
