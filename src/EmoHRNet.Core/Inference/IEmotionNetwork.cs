namespace EmoHRNet.Inference;

/// <summary>A trained network on an engine: the seam between the library and whatever computes. Logits in, nothing else.</summary>
/// <remarks>
/// Implementations are safe from many threads at once and hold no state between calls. <see cref="EmotionNetworkClassifier"/> builds
/// everything else on it: windows, batches, temperature, softmax, priors, timelines, explanations.
/// </remarks>
public interface IEmotionNetwork : IDisposable
{
    /// <summary>Runs windows through the network.</summary>
    /// <param name="windows">The features, row-major [count, channels, bands, frames].</param>
    /// <param name="count">The number of windows, at least 1.</param>
    /// <param name="windowFrames">The frames of each window, at least 1; need not be the number the network was trained on.</param>
    /// <param name="logits">Receives one row of logits per window, row-major [count, classes].</param>
    /// <exception cref="ArgumentException">The spans do not have these lengths.</exception>
    /// <exception cref="ObjectDisposedException">The network was disposed.</exception>
    /// <exception cref="BackendException">The engine failed.</exception>
    void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits);
}
