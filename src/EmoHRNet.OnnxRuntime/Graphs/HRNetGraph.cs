using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Weights;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>
/// Writes a network in its inference form as an ONNX model, directly from its options and stored tensors: windows [N, channels, bands,
/// frames] to logits [N, classes]. Batch norms are folded into the convolutions.
/// </summary>
internal static class HRNetGraph
{
    /// <summary>The input's name.</summary>
    public const string InputName = "windows";

    /// <summary>The output's name.</summary>
    public const string OutputName = "logits";

    // IR version 7 and operator set 13 (2020) have every operator used here, and every ONNX Runtime since 1.7 supports them.
    private const long IrVersion = 7;
    private const long OperatorSet = 13;

    /// <summary>Checks that tensors fit a network, before any of them is read.</summary>
    /// <exception cref="ModelFormatException">They do not; the message names those that differ.</exception>
    public static void Check(HRNetOptions options, IReadOnlyDictionary<string, SafetensorsEntry> tensors, string source)
    {
        // Untrusted options may ask for millions of layers; nodes are written only if the file can contain their tensors.
        long blocks = options.Stages.Sum(stage => (long)stage.Widths.Count * stage.BlockCount * stage.ModuleCount);
        if (blocks > tensors.Count)
        {
            throw new ModelFormatException(
                $"The tensors of '{source}' do not fit the network it describes: that has {blocks} residual blocks, and the file holds {tensors.Count} tensors.");
        }

        TensorCheck.Check(
            Nodes(options, size: null).Weights.Expected,
            tensors.ToDictionary(tensor => tensor.Key, tensor => (tensor.Value.Type, tensor.Value.Shape)),
            source);
    }

    /// <summary>Writes a model.</summary>
    /// <param name="options">The network.</param>
    /// <param name="tensors">Its parameters and buffers by name; exactly those of the network.</param>
    /// <param name="source">The origin of the tensors, for messages.</param>
    /// <param name="size">The bands and frames of a window. Null makes both dynamic, and the graph slower.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit the network; the message names those that differ.</exception>
    public static ModelProto Write(
        HRNetOptions options, IReadOnlyDictionary<string, StoredTensor> tensors, string source, MapSize? size = null)
    {
        GraphWriter writer = Nodes(options, size);
        return GraphModel.Create(writer, tensors, source, IrVersion, OperatorSet);
    }

    /// <summary>Writes the nodes from windows that other nodes compute to the logits.</summary>
    /// <param name="writer">Receives the nodes.</param>
    /// <param name="options">The network.</param>
    /// <param name="windows">The windows, [N, channels, bands, frames].</param>
    /// <returns>The name of the logits, [N, classes].</returns>
    public static string Write(GraphWriter writer, HRNetOptions options, Map windows) =>
        new HeadGraph(writer, options).Write(new BackboneGraph(writer, options).Write(windows), OutputName);

    private static GraphWriter Nodes(HRNetOptions options, MapSize? size)
    {
        GraphWriter writer = new();
        writer.Output(Write(writer, options, writer.Input(InputName, options.InputChannels, size)), options.ClassCount);
        return writer;
    }
}
