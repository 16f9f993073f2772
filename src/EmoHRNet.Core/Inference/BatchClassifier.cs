using System.Diagnostics;
using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>
/// Runs clips of any lengths through a network in batches of windows; each clip's prediction is the same as that of the clip alone.
/// </summary>
/// <param name="run">
/// The network: takes windows, row-major [count, channels, bands, frames], and their number; returns one row of probabilities per window.
/// </param>
/// <param name="windows">How clips are divided into windows.</param>
/// <param name="classCount">The number of probabilities in a row.</param>
/// <param name="batchSize">The largest number of windows at once, at least 1.</param>
public sealed class BatchClassifier(Func<float[], int, float[]> run, ClipWindows windows, int classCount, int batchSize)
{
    /// <summary>The class probabilities of each clip and the time its windows took.</summary>
    /// <param name="clips">The clips' features, all with the same channels and bands; may be empty.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="OperationCanceledException">The token was canceled; checked before every batch.</exception>
    public IReadOnlyList<(float[] Probabilities, TimeSpan Elapsed)> Classify(IReadOnlyList<Spectrogram> clips, CancellationToken cancellationToken)
    {
        float[][] rows = [.. clips.Select(clip => new float[windows.Count(clip.FrameCount) * classCount])];
        TimeSpan[] elapsed = new TimeSpan[clips.Count];
        foreach ((int Clip, int Window)[] batch in AllWindows(clips).Chunk(batchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            float[] probabilities = run(Gather(clips, batch), batch.Length);
            TimeSpan share = Stopwatch.GetElapsedTime(start) / batch.Length;
            for (int i = 0; i < batch.Length; i++)
            {
                probabilities.AsSpan(i * classCount, classCount).CopyTo(rows[batch[i].Clip].AsSpan(batch[i].Window * classCount));
                elapsed[batch[i].Clip] += share;
            }
        }

        return [.. rows.Zip(elapsed, (row, time) => (ProbabilityMean.Of(row, classCount), time))];
    }

    private IEnumerable<(int Clip, int Window)> AllWindows(IReadOnlyList<Spectrogram> clips) =>
        from clip in Enumerable.Range(0, clips.Count)
        from window in Enumerable.Range(0, windows.Count(clips[clip].FrameCount))
        select (clip, window);

    private float[] Gather(IReadOnlyList<Spectrogram> clips, (int Clip, int Window)[] batch)
    {
        int length = clips[0].ChannelCount * clips[0].BandCount * windows.WindowFrames;
        float[] values = new float[batch.Length * length];
        for (int i = 0; i < batch.Length; i++)
        {
            windows.CopyTo(clips[batch[i].Clip], batch[i].Window, values.AsSpan(i * length, length));
        }

        return values;
    }
}
