using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>Hides patches of a clip and measures how far a probability falls.</summary>
/// <param name="runner">The network.</param>
/// <param name="windows">The rule by which clips become windows.</param>
/// <param name="batchSize">The most windows at once.</param>
/// <param name="options">The patches.</param>
internal sealed class OcclusionMap(NetworkRunner runner, ClipWindows windows, int batchSize, ExplanationOptions options)
{
    /// <param name="clip">The clip's features.</param>
    /// <param name="score">The probability to explain, of a window's probabilities.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <returns>The mean fall over the patches that hide a cell, in every window that sees it.</returns>
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

    /// <summary>Patches over the part of a window that lies inside the clip, every cell in at least one of them.</summary>
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

    /// <summary>Zero is the mean of normalized features: a hidden region says nothing.</summary>
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
