using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Graphs;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EmoHRNet.OnnxRuntime.Runtime;

/// <summary>A graph that is ready to run. Thread-safe, except for <see cref="Dispose"/>.</summary>
internal sealed class NetworkSession : IDisposable
{
    private static readonly string[] Inputs = [HRNetGraph.InputName];
    private static readonly string[] Outputs = [HRNetGraph.OutputName];

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly Lock? _oneAtATime;

    private NetworkSession(InferenceSession session, bool isConcurrent) =>
        (_session, _oneAtATime) = (session, isConcurrent ? null : new Lock());

    /// <exception cref="BackendException">The native library or the provider is missing, or ONNX Runtime rejects the graph.</exception>
    public static NetworkSession Create(ModelProto model, string source, ExecutionProviderName provider, int? threads)
    {
        using SessionOptions options = OnnxBackend.Options(provider, threads);
        try
        {
            // DirectML requires the caller to run only one call of a session at a time.
            return new NetworkSession(new InferenceSession(Bytes(model, source), options), isConcurrent: !provider.IsDirectML);
        }
        catch (OnnxRuntimeException e)
        {
            throw new BackendException(
                $"ONNX Runtime {OrtEnv.Instance().GetVersionString()} refuses the network of '{source}' on '{provider.Name}': {e.Message}", e);
        }
    }

    /// <param name="windows">The values of the windows.</param>
    /// <param name="shape">[count, channels, bands, frames].</param>
    /// <param name="logits">Receives [count, classes].</param>
    /// <exception cref="BackendException">The engine failed.</exception>
    public void Run(ReadOnlySpan<float> windows, long[] shape, Span<float> logits)
    {
        try
        {
            using OrtValue input = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, shape);
            windows.CopyTo(input.GetTensorMutableDataAsSpan<float>());
            using IDisposableReadOnlyCollection<OrtValue> outputs = Run(input);
            outputs[0].GetTensorDataAsSpan<float>().CopyTo(logits);
        }
        catch (OnnxRuntimeException e)
        {
            throw new BackendException($"ONNX Runtime failed on {shape[0]} windows: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(OrtValue input)
    {
        if (_oneAtATime is null)
        {
            return _session.Run(_run, Inputs, [input], Outputs);
        }

        lock (_oneAtATime)
        {
            return _session.Run(_run, Inputs, [input], Outputs);
        }
    }

    private static byte[] Bytes(ModelProto model, string source)
    {
        GraphModel.RequireSize(model, source);
        return model.ToByteArray();
    }
}
