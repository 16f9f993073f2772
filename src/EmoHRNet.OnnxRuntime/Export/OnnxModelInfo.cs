using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Export.Whole;
using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Graphs;
using Google.Protobuf;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>The description of an exported ONNX model.</summary>
/// <param name="Form">Its input and output.</param>
/// <param name="Model">The description of the model file that it was exported from.</param>
/// <param name="LabelPriors">The label priors that are part of it; null for equal priors.</param>
public sealed record OnnxModelInfo(OnnxForm Form, ModelDescription Model, IReadOnlyDictionary<string, double>? LabelPriors = null)
{
    /// <summary>The name of the input.</summary>
    public string InputName => Form == OnnxForm.Whole ? WholeGraph.InputName : HRNetGraph.InputName;

    /// <summary>The name of the output.</summary>
    public string OutputName => Form == OnnxForm.Whole ? WholeGraph.OutputName : HRNetGraph.OutputName;

    /// <summary>Reads the description of an exported model without running it.</summary>
    /// <param name="path">The .onnx file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not an ONNX model, is damaged, or was not exported by this library.</exception>
    public static OnnxModelInfo Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no ONNX model '{path}'.", path);
        }

        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return OnnxMetadata.Read(ModelProto.Parser.ParseFrom(stream), path);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new ModelFormatException($"'{path}' is not an ONNX model{OnnxMetadata.Hint(path)}", e);
        }
    }
}
