using EmoHRNet.OnnxRuntime.Format;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace EmoHRNet.OnnxRuntime.Tests.Graphs;

/// <summary>Runs a written model in ONNX Runtime.</summary>
internal static class GraphRun
{
    public static float[] Logits(ModelProto model, float[] windows, long[] shape)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 2 };
        using InferenceSession session = new(model.ToByteArray(), options);
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(windows, shape);
        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, ["windows"], [input], ["logits"]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
