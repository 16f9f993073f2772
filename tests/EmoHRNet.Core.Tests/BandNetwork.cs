using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Core.Tests;

/// <summary>
/// A network without an engine: the logit of a class is the mean of its share of the bands, so every prediction can be computed by hand.
/// </summary>
internal sealed class BandNetwork(ModelDescription model) : IEmotionNetwork
{
    public bool IsDisposed { get; private set; }

    /// <summary>The number of windows of each call.</summary>
    public List<int> Counts { get; } = [];

    public void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        lock (Counts)
        {
            Counts.Add(count);
        }

        int classes = model.Labels.Count;
        int window = windows.Length / count;
        for (int i = 0; i < logits.Length; i++)
        {
            ReadOnlySpan<float> first = windows.Slice(i / classes * window, model.BandCount * windowFrames);
            int share = first.Length / classes;
            float sum = 0;
            foreach (float value in first.Slice(i % classes * share, share))
            {
                sum += value;
            }

            logits[i] = sum / share;
        }
    }

    public void Dispose() => IsDisposed = true;
}
