using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Inference;

/// <summary>Owns a network in its inference form and turns batches of windows into class probabilities. Thread-safe.</summary>
internal sealed class NetworkRunner : IDisposable
{
    private readonly ModelDescription _model;
    private readonly FrozenHRNet _network;
    private readonly Device _device;
    private readonly SharedLifetime _lifetime;
    private readonly PriorCorrection _priors;

    /// <param name="model">The model; it stays the caller's, who may dispose of it afterwards.</param>
    /// <param name="options">Device, precision, threads and label priors.</param>
    public NetworkRunner(LoadedModel model, EmotionClassifierOptions options)
    {
        _model = model.Description;
        _priors = PriorCorrection.For(_model, options.LabelPriors);
        _device = TorchDevice.Parse(options.Device);
        if (options.Threads is { } threads)
        {
            set_num_threads(threads);
        }

        _network = model.Module.to(_device).ToInference(options.Precision);
        _lifetime = new SharedLifetime(nameof(EmotionClassifier), _network.Dispose);
    }

    /// <summary>The number of probabilities of one window.</summary>
    public int ClassCount => _model.Labels.Count;

    /// <summary>Keeps the network alive until the result is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public SharedLifetime.Use Enter() => _lifetime.Enter();

    /// <summary>The number of values of one window.</summary>
    public int WindowLength(int windowFrames) => _model.Network.InputChannels * _model.Features.BandCount * windowFrames;

    /// <summary>Runs the network on a batch.</summary>
    /// <param name="windows">Windows one after another, [channels, bands, frames] each.</param>
    /// <param name="windowFrames">The frames of a window.</param>
    /// <returns>One row of probabilities per window.</returns>
    public float[] Run(float[] windows, int windowFrames)
    {
        using SharedLifetime.Use use = Enter();
        using DisposeScope scope = NewDisposeScope();
        using IDisposable inference = inference_mode();
        long count = windows.Length / WindowLength(windowFrames);
        Tensor input = tensor(windows, [count, _model.Network.InputChannels, _model.Features.BandCount, windowFrames], device: _device);
        Tensor logits = _network.call(input);
        float[] probabilities = logits.DividedBy(_model.Temperature).softmax(-1).cpu().data<float>().ToArray();
        _priors.Apply(probabilities);
        return probabilities;
    }

    /// <inheritdoc/>
    public void Dispose() => _lifetime.Dispose();
}
