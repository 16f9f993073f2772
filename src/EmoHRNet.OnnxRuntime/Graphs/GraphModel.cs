using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Format;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>Creates an ONNX model from a graph: adds the weights, the format versions and the producer.</summary>
internal static class GraphModel
{
    /// <param name="writer">The nodes and the weights they need.</param>
    /// <param name="tensors">The weights by name; exactly those of the network.</param>
    /// <param name="source">The origin of the tensors, for messages.</param>
    /// <param name="irVersion">The version of the file format.</param>
    /// <param name="operatorSet">The version of the operator set.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit the network; the message names those that differ.</exception>
    public static ModelProto Create(
        GraphWriter writer, IReadOnlyDictionary<string, StoredTensor> tensors, string source, long irVersion, long operatorSet)
    {
        GraphProto graph = writer.Graph;
        graph.Initializer.AddRange(writer.Weights.Fill(tensors, source));
        return new ModelProto
        {
            IrVersion = irVersion,
            ProducerName = "EmoHRNet",
            ProducerVersion = typeof(GraphModel).Assembly.GetName().Version?.ToString(3) ?? "",
            OpsetImport = { new OperatorSetIdProto { Version = operatorSet } },
            Graph = graph,
        };
    }

    /// <summary>Checks that a model fits into a file of at most 2 GiB.</summary>
    /// <exception cref="BackendException">It does not.</exception>
    public static void RequireSize(ModelProto model, string source)
    {
        // CalculateSize would overflow its 32 bits, so weights are summed separately.
        long size = model.Graph.Initializer.Sum(tensor => (long)tensor.RawData.Length);
        if (size >= int.MaxValue - (1 << 26))
        {
            throw new BackendException(
                $"The network of '{source}' has {size} bytes of weights; ONNX holds at most 2 GiB in one file. Use the package EmoHRNet (TorchSharp).");
        }
    }
}
