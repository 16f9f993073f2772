using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Graphs;
using EmoHRNet.OnnxRuntime.Runtime;

namespace EmoHRNet.OnnxRuntime;

/// <summary>
/// A network in ONNX Runtime, written as a graph in memory from a model file. Thread-safe, except for <see cref="Dispose"/>.
/// </summary>
/// <remarks>
/// Windows with the length of training run in a graph of exactly that size, which is fastest. Windows of other lengths run in a second
/// graph of dynamic size, created at first use.
/// </remarks>
public sealed class OnnxEmotionNetwork : IEmotionNetwork
{
    private readonly NetworkSession _session;
    private readonly Lazy<NetworkSession> _openSession;
    private bool _disposed;

    private OnnxEmotionNetwork(StoredModel model, string source, ExecutionProviderName provider, int? threads)
    {
        Model = model.Description;
        Dictionary<string, StoredTensor> tensors = model.Tensors.ToDictionary(tensor => tensor.Name);
        NetworkSession Create(MapSize? size) => NetworkSession.Create(HRNetGraph.Write(Model.Network, tensors, source, size), source, provider, threads);
        _session = Create(new MapSize(Model.BandCount, Model.WindowFrames));
        _openSession = new Lazy<NetworkSession>(() => Create(null));
    }

    /// <summary>What the model file says about the model.</summary>
    public ModelDescription Model { get; }

    /// <summary>Loads the network of a model file.</summary>
    /// <param name="modelPath">The model file.</param>
    /// <param name="executionProvider">The execution provider; see <see cref="OnnxEmotionClassifierOptions.ExecutionProvider"/>.</param>
    /// <param name="threads">The number of threads of one call; null for one per physical core.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or does not fit the network it describes.</exception>
    /// <exception cref="BackendException">ONNX Runtime's native library or the execution provider is missing; the message names the
    /// package to add. Or ONNX Runtime rejects the network.</exception>
    /// <exception cref="ArgumentException">The execution provider has no name.</exception>
    public static OnnxEmotionNetwork Load(string modelPath, string executionProvider = "cpu", int? threads = null)
    {
        ExecutionProviderName provider = ExecutionProviderName.Parse(executionProvider);
        StoredModel model = ModelFile.Read(
            modelPath, (description, tensors) => HRNetGraph.Check(description.Network, tensors, modelPath));
        return new OnnxEmotionNetwork(model, modelPath, provider, threads);
    }

    /// <summary>Creates the network of a model in memory.</summary>
    /// <param name="model">The model.</param>
    /// <param name="executionProvider">The execution provider; see <see cref="OnnxEmotionClassifierOptions.ExecutionProvider"/>.</param>
    /// <param name="threads">The number of threads of one call; null for one per physical core.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit the network that the model describes.</exception>
    /// <exception cref="BackendException">ONNX Runtime's native library or the execution provider is missing; the message names the
    /// package to add. Or ONNX Runtime rejects the network.</exception>
    /// <exception cref="ArgumentException">The execution provider has no name.</exception>
    public static OnnxEmotionNetwork Create(StoredModel model, string executionProvider = "cpu", int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new OnnxEmotionNetwork(model, "the model", ExecutionProviderName.Parse(executionProvider), threads);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        (int channels, int bands, int classes) = (Model.Network.InputChannels, Model.BandCount, Model.Network.ClassCount);
        long expected = (long)count * channels * bands * windowFrames;
        if (count < 1 || windowFrames < 1 || windows.Length != expected)
        {
            throw new ArgumentException($"Found {windows.Length} values; [{count}, {channels}, {bands}, {windowFrames}] needs {expected}.", nameof(windows));
        }

        if (logits.Length != count * classes)
        {
            throw new ArgumentException($"Found room for {logits.Length} logits; the network gives {count * classes}.", nameof(logits));
        }

        NetworkSession session = windowFrames == Model.WindowFrames ? _session : _openSession.Value;
        session.Run(windows, [count, channels, bands, windowFrames], logits);
    }

    /// <summary>Frees the network. No call may be running; <see cref="OnnxEmotionClassifier"/> ensures that.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _session.Dispose();
        if (_openSession.IsValueCreated)
        {
            _openSession.Value.Dispose();
        }
    }
}
