using EmoHRNet.Audio.Storage;
using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Export.Whole;
using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Graphs;
using Google.Protobuf;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>Exports a model file as an ONNX model, for any runtime and language that reads ONNX. Needs no native library.</summary>
/// <remarks>
/// The whole form predicts the same as <see cref="OnnxEmotionClassifier"/> with default options for mono samples at the model's rate, to a
/// difference of 0.001 in the probabilities. Labels, license, provenance and the whole description are in the model's metadata.
/// </remarks>
public static class OnnxExport
{
    /// <summary>Exports a model; an older file is replaced only when the new one is complete and on disk.</summary>
    /// <param name="modelPath">The model file, as written by training.</param>
    /// <param name="outputPath">The .onnx file to write; its folder must exist.</param>
    /// <param name="options">What to export; null for the defaults.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="FileNotFoundException">There is no such model file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or does not fit the network it describes.</exception>
    /// <exception cref="NotSupportedException">A step of the model cannot be written as ONNX operators; the message names it.</exception>
    /// <exception cref="BackendException">The model is larger than an ONNX file can be.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">
    /// At least one option is out of range, or a prior does not belong to a label.
    /// </exception>
    /// <exception cref="ArgumentException">The output path is the model file itself.</exception>
    /// <exception cref="IOException">The file cannot be written; an older file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; an older file is still there.</exception>
    public static OnnxModelInfo Write(string modelPath, string outputPath, OnnxExportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        ArgumentException.ThrowIfNullOrEmpty(outputPath);
        options ??= new OnnxExportOptions();
        options.Validate();
        if (Path.GetFullPath(modelPath) == Path.GetFullPath(outputPath))
        {
            throw new ArgumentException($"'{outputPath}' is the model file itself; expected the name of another file to write.", nameof(outputPath));
        }

        StoredModel model = ModelFile.Read(modelPath, (description, tensors) => HRNetGraph.Check(description.Network, tensors, modelPath));
        new ClassifierOptions { LabelPriors = options.LabelPriors }.RequireLabelsOf(model.Description.Labels);
        ModelProto graph = Graph(model, modelPath, options);
        GraphModel.RequireSize(graph, modelPath);
        OnnxModelInfo info = new(options.Form, model.Description, options.LabelPriors);
        graph.DocString = OnnxMetadata.Summary(info);
        graph.MetadataProps.AddRange(OnnxMetadata.Entries(info));
        AtomicFile.Write(outputPath, stream => graph.WriteTo(stream));
        return info;
    }

    private static ModelProto Graph(StoredModel model, string source, OnnxExportOptions options)
    {
        ModelDescription description = model.Description;
        return options.Form switch
        {
            OnnxForm.Whole => WholeGraph.Write(model, source, options.LabelPriors),
            OnnxForm.Network => HRNetGraph.Write(
                description.Network,
                model.Tensors.ToDictionary(tensor => tensor.Name),
                source,
                new MapSize(description.Features.BandCount, description.WindowFrames)),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Form, "Expected a defined form."),
        };
    }
}
