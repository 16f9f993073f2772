using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>Hides patches of a clip and measures how far a probability drops.</summary>
/// <param name="runner">The network.</param>
/// <param name="windows">How clips are divided into windows.</param>
/// <param name="batchSize">The largest number of windows at once.</param>
/// <param name="options">The patches.</param>
internal sealed class OcclusionMap(NetworkRunner runner, ClipWindows windows, int batchSize, ExplanationOptions options)
{
    /// <param name="clip">The clip's features.</param>
    /// <param name="score">Selects the probability to explain from a window's probabilities.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <returns>For each cell, the mean drop over the patches that cover it, in all windows that contain it.</returns>
    public Spectrogram Measure(Spectrogram clip, Func<float[], float> score, CancellationToken cancellationToken)
    {
        Spectrogram sums = new(1, clip.BandCount, clip.FrameCount);
        int[] counts = new int[clip.BandCount * clip.FrameCount];
        float[] window = new float[clip.ChannelCount * clip.BandCount * windows.WindowFrames];
        for (int w = 0; w < windows.Count(clip.FrameCount); w++)
        {
            windows.CopyTo(clip, w, window);
            int start = windows.Start(clip.FrameCount, w);
            float whole = score(runner.Run(window, 1, windows.WindowFrames));
            foreach (Patch[] batch in Patches(clip, start).Chunk(batchSize))
            {
                cancellationToken.ThrowIfCancellationRequested();
                float[] rows = runner.Run([.. batch.SelectMany(patch => Hide(window, clip, patch))], batch.Length, windows.WindowFrames);
                foreach ((Patch patch, float[] row) in batch.Zip(rows.Chunk(runner.ClassCount)))
                {
                    Add(sums, counts, start, patch, whole - score(row));
                }
            }
        }

        for (int i = 0; i < counts.Length; i++)
        {
            sums.Values[i] /= Math.Max(1, counts[i]);
        }

        return sums;
    }

    /// <summary>Patches over the part of a window inside the clip; they cover every cell.</summary>
    private IEnumerable<Patch> Patches(Spectrogram clip, int start)
    {
        int first = Math.Max(0, -start);
        int end = Math.Min(windows.WindowFrames, clip.FrameCount - start);
        return
            from band in Positions(0, clip.BandCount, options.PatchBands)
            from frame in Positions(first, end, options.PatchFrames)
            select new Patch(band, Math.Min(band + options.PatchBands, clip.BandCount), frame, Math.Min(frame + options.PatchFrames, end));
    }

    private IEnumerable<int> Positions(int first, int end, int size)
    {
        int step = Math.Max(1, (int)(size * options.Step));
        int last = Math.Max(first, end - size);
        for (int position = first; position < last; position += step)
        {
            yield return position;
        }

        yield return last;
    }

    /// <summary>Sets the patch to zero, the mean of normalized features, which carries no information.</summary>
    private float[] Hide(float[] window, Spectrogram clip, Patch patch)
    {
        float[] hidden = [.. window];
        for (int channel = 0; channel < clip.ChannelCount; channel++)
        {
            for (int band = patch.Band; band < patch.BandEnd; band++)
            {
                int row = ((channel * clip.BandCount) + band) * windows.WindowFrames;
                Array.Clear(hidden, row + patch.Frame, patch.FrameEnd - patch.Frame);
            }
        }

        return hidden;
    }

    private static void Add(Spectrogram sums, int[] counts, int start, Patch patch, float fall)
    {
        for (int band = patch.Band; band < patch.BandEnd; band++)
        {
            for (int frame = patch.Frame + start; frame < patch.FrameEnd + start; frame++)
            {
                sums[0, band, frame] += fall;
                counts[(band * sums.FrameCount) + frame]++;
            }
        }
    }

    private readonly record struct Patch(int Band, int BandEnd, int Frame, int FrameEnd);
}
