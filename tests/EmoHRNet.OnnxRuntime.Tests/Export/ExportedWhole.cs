using Microsoft.ML.OnnxRuntime;

namespace EmoHRNet.OnnxRuntime.Tests.Export;

/// <summary>An exported whole form in plain ONNX Runtime, as programs without this library run it.</summary>
internal sealed class ExportedWhole(string path) : IDisposable
{
    private readonly InferenceSession _session = new(path);

    public IReadOnlyDictionary<string, string> Metadata => _session.ModelMetadata.CustomMetadataMap;

    public void Dispose() => _session.Dispose();

    /// <param name="clips">Clips of equal length.</param>
    /// <returns>The probabilities for each clip.</returns>
    public float[][] Run(params float[][] clips)
    {
        float[] samples = [.. clips.SelectMany(clip => clip)];
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(samples, [clips.Length, samples.Length / clips.Length]);
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(options, ["samples"], [input], ["probabilities"]);
        float[] values = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        return [.. values.Chunk(values.Length / clips.Length)];
    }
}
