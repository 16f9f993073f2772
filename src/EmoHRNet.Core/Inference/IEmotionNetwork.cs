namespace EmoHRNet.Inference;

/// <summary>A trained network on an engine: the interface between the library and an inference engine. Features in, logits out.</summary>
/// <remarks>
/// Implementations are thread-safe and keep no state between calls. <see cref="EmotionNetworkClassifier"/> builds everything else on it:
/// windows, batches, temperature, softmax, priors, timelines, explanations.
/// </remarks>
public interface IEmotionNetwork : IDisposable
{
    /// <summary>Runs windows through the network.</summary>
    /// <param name="windows">The features, row-major [count, channels, bands, frames].</param>
    /// <param name="count">The number of windows, at least 1.</param>
    /// <param name="windowFrames">The frames of each window, at least 1; may differ from the number used in training.</param>
    /// <param name="logits">Receives one row of logits per window, row-major [count, classes].</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    /// <exception cref="ObjectDisposedException">The network was disposed.</exception>
    /// <exception cref="BackendException">The engine failed.</exception>
    void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits);
}
