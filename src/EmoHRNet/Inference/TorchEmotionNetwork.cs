using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Inference;

/// <summary>A network in its inference form on libtorch. Thread-safe.</summary>
public sealed class TorchEmotionNetwork : IEmotionNetwork
{
    private readonly FusedHRNet _module;
    private readonly ModuleNetwork _network;

    /// <param name="model">The model; it is copied and not disposed.</param>
    /// <param name="device">Where it runs.</param>
    /// <param name="precision">The number type it computes in.</param>
    private TorchEmotionNetwork(LoadedModel model, Device device, InferencePrecision precision)
    {
        Model = model.Description;
        _module = model.Module.to(device).ToInference(precision);
        _network = new ModuleNetwork(_module, Model.Network.InputChannels, Model.BandCount, device);
    }

    /// <summary>The description in the model file.</summary>
    public ModelDescription Model { get; }

    /// <summary>Loads the network of a model file.</summary>
    /// <param name="modelPath">The model file.</param>
    /// <param name="device">Where it runs: <c>auto</c> (CUDA when there is one), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</param>
    /// <param name="precision">The number type it computes in.</param>
    /// <param name="threads">The threads libtorch uses within one operation, for the whole process; null leaves it as it is.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or does not fit the network it describes.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded; the message names the package to add.</exception>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    public static TorchEmotionNetwork Load(
        string modelPath, string device = "auto", InferencePrecision precision = InferencePrecision.Full, int? threads = null)
    {
        using LoadedModel model = ModelFile.Load(modelPath);
        return Create(model, device, precision, threads);
    }

    /// <summary>Builds the network of a model that is already in memory.</summary>
    /// <param name="model">The model.</param>
    /// <param name="device">Where it runs: <c>auto</c> (CUDA when there is one), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</param>
    /// <param name="precision">The number type it computes in.</param>
    /// <param name="threads">The threads libtorch uses within one operation, for the whole process; null leaves it as it is.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit the network that the model describes.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded; the message names the package to add.</exception>
    /// <exception cref="ArgumentException">The device is not there.</exception>
    public static TorchEmotionNetwork Create(
        StoredModel model, string device = "auto", InferencePrecision precision = InferencePrecision.Full, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        using LoadedModel loaded = TorchModelFile.Load(model, "the model");
        return Create(loaded, device, precision, threads);
    }

    private static TorchEmotionNetwork Create(LoadedModel model, string device, InferencePrecision precision, int? threads)
    {
        Device target = TorchDevice.Parse(device);
        if (threads is { } count)
        {
            set_num_threads(count);
        }

        return new TorchEmotionNetwork(model, target, precision);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits) => _network.Run(windows, count, windowFrames, logits);

    /// <summary>Disposes the network.</summary>
    public void Dispose() => _module.Dispose();
}
