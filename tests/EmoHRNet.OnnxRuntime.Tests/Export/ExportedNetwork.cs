using EmoHRNet.Inference;
using Microsoft.ML.OnnxRuntime;

namespace EmoHRNet.OnnxRuntime.Tests.Export;

/// <summary>
/// An exported network form in plain ONNX Runtime as an <see cref="IEmotionNetwork"/>, so that the library computes everything else.
/// </summary>
internal sealed class ExportedNetwork(string path, int channels, int bands) : IEmotionNetwork
{
    private readonly InferenceSession _session = new(path);

    public void Dispose() => _session.Dispose();

    public void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits)
    {
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(windows.ToArray(), [count, channels, bands, windowFrames]);
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(options, ["windows"], [input], ["logits"]);
        outputs[0].GetTensorDataAsSpan<float>().CopyTo(logits);
    }
}
