using System.Globalization;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Storage;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>Writes a model as an entry in a model repository of NVIDIA's Triton Inference Server.</summary>
/// <remarks>
/// <c>FOLDER/NAME/config.pbtxt</c>, <c>FOLDER/NAME/labels.txt</c>, <c>FOLDER/NAME/1/model.onnx</c>. The server batches requests of equal
/// length. The layout: <see href="https://github.com/triton-inference-server/server/blob/main/docs/user_guide/model_repository.md"/>.
/// </remarks>
public static class TritonRepository
{
    private const int MaximumBatch = 16;

    /// <summary>Writes the entry; creates its folders, and replaces existing files one by one, each atomically.</summary>
    /// <param name="modelPath">The model file, as written by training.</param>
    /// <param name="folder">The model repository.</param>
    /// <param name="name">The name that clients request: letters, digits, hyphens, underscores.</param>
    /// <param name="options">What to export; null for the defaults.</param>
    /// <returns>The path of the model that was written.</returns>
    /// <exception cref="InvalidOptionsException">The name is not valid, or an option is out of range.</exception>
    /// <inheritdoc cref="OnnxExport.Write" path="/exception"/>
    public static string Write(string modelPath, string folder, string name = "emohrnet", OnnxExportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        OptionProblems problems = new();
        problems.Require(IsName(name), nameof(name), $"'{name}'", "letters, digits, hyphens and underscores");
        problems.ThrowIfAny(nameof(TritonRepository));
        string entry = Path.Combine(folder, name);
        string model = Path.Combine(entry, "1", "model.onnx");
        // Fail before creating folders if the model cannot be read.
        ModelFile.ReadDescription(modelPath);
        Directory.CreateDirectory(Path.GetDirectoryName(model)!);
        OnnxModelInfo info = OnnxExport.Write(modelPath, model, options);
        TextFile.Write(Path.Combine(entry, "labels.txt"), string.Join('\n', info.Model.Labels) + "\n");
        TextFile.Write(Path.Combine(entry, "config.pbtxt"), Configuration(name, info));
        return model;
    }

    private static bool IsName(string? name) => name is { Length: > 0 } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static string Configuration(string name, OnnxModelInfo info) => string.Create(CultureInfo.InvariantCulture, $$"""
        name: "{{name}}"
        backend: "onnxruntime"
        max_batch_size: {{MaximumBatch}}
        input [
          {
            name: "{{info.InputName}}"
            data_type: TYPE_FP32
            dims: [ {{Dimensions(info)}} ]
          }
        ]
        output [
          {
            name: "{{info.OutputName}}"
            data_type: TYPE_FP32
            dims: [ {{info.Model.Labels.Count}} ]
            label_filename: "labels.txt"
          }
        ]
        dynamic_batching { }

        """);

    private static string Dimensions(OnnxModelInfo info) => info.Form == OnnxForm.Whole
        ? "-1"
        : string.Create(CultureInfo.InvariantCulture, $"{info.Model.Network.InputChannels}, {info.Model.Features.BandCount}, {info.Model.WindowFrames}");
}
