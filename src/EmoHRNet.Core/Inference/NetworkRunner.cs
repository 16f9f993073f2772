using EmoHRNet.ModelFiles;

namespace EmoHRNet.Inference;

/// <summary>
/// Owns the network of a classifier, and disposes it once the classifier is disposed and the last call that uses it has ended. Thread-safe.
/// </summary>
internal sealed class NetworkRunner : IDisposable
{
    private readonly CalibratedNetwork _network;
    private readonly SharedLifetime _lifetime;

    /// <param name="model">The model.</param>
    /// <param name="network">Its network; disposed with this.</param>
    /// <param name="labelPriors">How often each label is expected; null for equally often.</param>
    /// <param name="owner">The name of the owner, for exceptions.</param>
    public NetworkRunner(ModelDescription model, IEmotionNetwork network, IReadOnlyDictionary<string, double>? labelPriors, string owner)
    {
        _network = new CalibratedNetwork(network, model.Labels.Count, model.Temperature, PriorCorrection.For(model, labelPriors));
        _lifetime = new SharedLifetime(owner, network.Dispose);
    }

    /// <summary>The number of probabilities of one window.</summary>
    public int ClassCount => _network.ClassCount;

    /// <summary>Keeps the network alive until the result is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public SharedLifetime.Use Enter() => _lifetime.Enter();

    /// <inheritdoc cref="CalibratedNetwork.Run"/>
    public float[] Run(ReadOnlySpan<float> windows, int count, int windowFrames)
    {
        using SharedLifetime.Use use = Enter();
        return _network.Run(windows, count, windowFrames);
    }

    /// <inheritdoc/>
    public void Dispose() => _lifetime.Dispose();
}
