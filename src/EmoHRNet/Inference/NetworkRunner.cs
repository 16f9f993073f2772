using EmoHRNet.ModelFiles;
using EmoHRNet.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Inference;

/// <summary>Owns a loaded network and turns batches of windows into class probabilities. Thread-safe.</summary>
internal sealed class NetworkRunner : IDisposable
{
    private readonly LoadedModel _model;
    private readonly Device _device;
    private readonly ScalarType _type;
    private readonly SharedLifetime _lifetime;
    private readonly long[] _windowShape;

    /// <param name="model">The model; disposed with this.</param>
    /// <param name="options">Device, precision and threads.</param>
    public NetworkRunner(LoadedModel model, EmotionClassifierOptions options)
    {
        _model = model;
        _device = TorchDevice.Parse(options.Device);
        _type = TypeOf(options.Precision);
        _windowShape = [model.Description.Network.InputChannels, model.Description.Features.CreateExtractor().BandCount, model.Description.WindowFrames];
        if (options.Threads is { } threads)
        {
            set_num_threads(threads);
        }

        model.Module.to(_device);
        if (_type != ScalarType.Float32)
        {
            model.Module.to(_type);
        }

        _lifetime = new SharedLifetime(nameof(EmotionClassifier), model.Dispose);
    }

    /// <summary>The number of values of one window.</summary>
    public int WindowLength => (int)_windowShape.Aggregate(1L, (product, size) => product * size);

    /// <summary>The number of probabilities of one window.</summary>
    public int ClassCount => _model.Description.Labels.Count;

    /// <summary>Keeps the network alive until the result is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public SharedLifetime.Use Enter() => _lifetime.Enter();

    /// <summary>Runs the network on a batch.</summary>
    /// <param name="windows">Windows one after another, [channels, bands, frames] each.</param>
    /// <returns>One row of probabilities per window.</returns>
    public float[] Run(ReadOnlySpan<float> windows)
    {
        using SharedLifetime.Use use = Enter();
        using DisposeScope scope = NewDisposeScope();
        using IDisposable inference = inference_mode();
        Tensor input = tensor(windows.ToArray(), [windows.Length / WindowLength, .. _windowShape], dtype: _type, device: _device);
        Tensor logits = _model.Module.forward(input).to_type(ScalarType.Float32);
        return (logits / _model.Description.Temperature).softmax(-1).cpu().data<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _lifetime.Dispose();

    private static ScalarType TypeOf(InferencePrecision precision) => precision switch
    {
        InferencePrecision.BFloat16 => ScalarType.BFloat16,
        InferencePrecision.Half => ScalarType.Float16,
        _ => ScalarType.Float32,
    };
}
